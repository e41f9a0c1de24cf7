package org.tessera.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** CancellationCheck at how much memory another process has had resident at most, as long as it lives; on Linux only. */
final class Resident implements Runnable {

    private static final int PAUSE_MILLIS = 100;

    private final Path status;
    private volatile double megabytes = Double.NaN;

    private Resident(long process) {
        status = Path.of("/proc", Long.toString(process), "status");
    }

    static Resident watch(long process) {
        Resident resident = new Resident(process);
        Thread thread = new Thread(resident, "resident memory of " + process);
        thread.setDaemon(true);
        thread.start();
        return resident;
    }

    @Override
    public void run() {
        while (look()) {
            try {
                Thread.sleep(PAUSE_MILLIS);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            }
        }
    }

    /** Reads the high-water mark; false once the process has gone. */
    private boolean look() {
        try {
            for (String line : Files.readAllLines(status)) {
                if (line.startsWith("VmHWM:")) {
                    megabytes = 1024 * Double.parseDouble(line.replaceAll("[^0-9]", "")) / 1e6;
                    return true;
                }
            }
            return false;
        } catch (IOException e) {
            return false; // the process has ended, or this is no Linux: what was seen so far counts
        }
    }

    double megabytes() {
        return megabytes;
    }
}
