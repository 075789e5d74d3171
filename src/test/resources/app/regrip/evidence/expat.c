/* Reads events, one after the other without a root, with expat, and counts their parts. */
#include <expat.h>
#include <stdio.h>

static long parts;

static void XMLCALL start(void *data, const XML_Char *name, const XML_Char **attributes) {
  parts++;
}

static void XMLCALL end(void *data, const XML_Char *name) {
  parts++;
}

static void XMLCALL text(void *data, const XML_Char *letters, int length) {
  parts += length;
}

int main(int count, char **arguments) {
  static char block[1 << 16];
  FILE *file = count == 2 ? fopen(arguments[1], "rb") : NULL;
  XML_Parser parser = XML_ParserCreate(NULL);
  size_t read;
  if (file == NULL) {
    return 2;
  }
  XML_SetElementHandler(parser, start, end);
  XML_SetCharacterDataHandler(parser, text);
  XML_Parse(parser, "<Events>", 8, 0);
  while ((read = fread(block, 1, sizeof block, file)) > 0) {
    if (XML_Parse(parser, block, (int)read, 0) != XML_STATUS_OK) {
      return 1;
    }
  }
  printf("%ld\n", parts);
  return XML_Parse(parser, "</Events>", 9, 1) == XML_STATUS_OK ? 0 : 1;
}
