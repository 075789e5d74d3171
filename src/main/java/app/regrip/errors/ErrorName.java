package app.regrip.errors;

/**
 * What is known of one error number.
 *
 * @param symbol its name in Microsoft's headers, or empty where there is none
 * @param component the part of Windows that reports it
 * @param meaning in plain English, without a full stop
 */
public record ErrorName(HResult code, String symbol, String component, String meaning) {}
