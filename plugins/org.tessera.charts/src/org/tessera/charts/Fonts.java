package org.tessera.charts;

/** Recognises how Java fails on a machine without fonts: the failures have no type of their own. */
final class Fonts {

    private Fonts() {}

    /** Whether a failure, or one behind it, comes out of the JDK's font code. */
    static boolean areMissing(Throwable failure) {
        for (Throwable t = failure; t != null; t = t.getCause()) {
            String message = String.valueOf(t.getMessage());
            if (message.contains("Fontconfig head is null") || message.contains("no fonts")) {
                return true;
            }
            StackTraceElement[] trace = t.getStackTrace();
            if (trace.length > 0 && trace[0].getClassName().startsWith("sun.font.")
                    || trace.length > 0 && trace[0].getClassName().startsWith("sun.awt.FontConfiguration")
                    || trace.length > 0 && trace[0].getClassName().startsWith("sun.awt.FcFontConfiguration")) {
                return true;
            }
        }
        return false;
    }
}
