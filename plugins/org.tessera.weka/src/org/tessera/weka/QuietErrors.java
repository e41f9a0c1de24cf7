package org.tessera.weka;

import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.Charset;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Suppresses what a thread prints to {@link System#err}: Weka's EM prints stack traces of exceptions that it handles.
 * Other threads print as before. System.err is replaced while at least one thread is quiet.
 */
final class QuietErrors {

    private static final Set<Thread> QUIET = ConcurrentHashMap.newKeySet();
    private static int users;
    private static PrintStream before;
    private static PrintStream filter;

    private QuietErrors() {}

    /** Calls while this thread prints no errors. */
    static void during(WekaRun.Call<?> call) throws Exception {
        begin();
        try {
            call.run();
        } finally {
            end();
        }
    }

    private static synchronized void begin() {
        if (users++ == 0) {
            before = System.err;
            filter = filter(before);
            System.setErr(filter);
        }
        QUIET.add(Thread.currentThread());
    }

    private static PrintStream filter(PrintStream target) {
        OutputStream stream = new OutputStream() {
            @Override
            public void write(int b) {
                if (!QUIET.contains(Thread.currentThread())) {
                    target.write(b);
                }
            }

            @Override
            public void write(byte[] bytes, int offset, int length) {
                if (!QUIET.contains(Thread.currentThread())) {
                    target.write(bytes, offset, length);
                }
            }

            @Override
            public void flush() {
                target.flush();
            }
        };
        return new PrintStream(stream, true, Charset.defaultCharset());
    }

    private static synchronized void end() {
        QUIET.remove(Thread.currentThread());
        if (--users == 0 && System.err == filter) {
            System.setErr(before);
        }
    }
}
