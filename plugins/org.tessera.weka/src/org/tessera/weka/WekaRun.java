package org.tessera.weka;

import org.tessera.engine.run.RunCanceledException;
import org.tessera.engine.run.RunContext;
import org.tessera.engine.run.SegmentationException;

/** Calls Weka and translates its exceptions to those of the engine. */
final class WekaRun {

    private WekaRun() {}

    /** A call of Weka, whose methods declare Exception. */
    @FunctionalInterface
    interface Call<T> {

        T run() throws Exception;
    }

    /**
     * Calls Weka on this thread.
     *
     * @throws RunCanceledException if the user has canceled
     * @throws SegmentationException if Weka failed
     */
    static <T> T call(RunContext run, String algorithm, Call<T> call) {
        run.checkCanceled();
        try {
            return call.run();
        } catch (Watch.Stopped e) {
            throw new RunCanceledException();
        } catch (RunCanceledException | SegmentationException e) {
            throw e;
        } catch (Exception e) {
            throw failed(algorithm, e);
        }
    }

    static SegmentationException failed(String algorithm, Throwable cause) {
        String reason = cause.getMessage() == null ? cause.getClass().getSimpleName() : cause.getMessage();
        return new SegmentationException(
                "Weka's " + algorithm + " failed (" + reason + ")", cause, "set the implementation to Tessera");
    }
}
