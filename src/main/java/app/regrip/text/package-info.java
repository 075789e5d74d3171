/**
 * Words for people, told apart from what is said. Logic makes a {@link app.regrip.text.Message}:
 * which sentence, and what goes into its gaps. Whoever shows it puts it into words, in the language
 * of the one who looks; a helper that runs as somebody else can't know that language.
 */
package app.regrip.text;
