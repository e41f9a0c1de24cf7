package org.tessera.charts;

import javax.imageio.ImageWriter;
import javax.imageio.event.IIOWriteProgressListener;
import org.tessera.engine.run.RunContext;

/** Cancels the encoding of an image: writers report progress after every few rows of pixels. */
final class EncodingCancel implements IIOWriteProgressListener {

    private final RunContext run;

    EncodingCancel(RunContext run) {
        this.run = run;
    }

    @Override
    public void imageProgress(ImageWriter source, float percentageDone) {
        run.checkCanceled();
    }

    @Override
    public void imageStarted(ImageWriter source, int imageIndex) {
        run.checkCanceled();
    }

    @Override
    public void imageComplete(ImageWriter source) {
        run.checkCanceled();
    }

    @Override
    public void thumbnailStarted(ImageWriter source, int imageIndex, int thumbnailIndex) {
        // charts have no thumbnails
    }

    @Override
    public void thumbnailProgress(ImageWriter source, float percentageDone) {
        // charts have no thumbnails
    }

    @Override
    public void thumbnailComplete(ImageWriter source) {
        // charts have no thumbnails
    }

    @Override
    public void writeAborted(ImageWriter source) {
        // cancellation throws instead
    }
}
