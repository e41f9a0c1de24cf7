package org.tessera.engine.choose.large;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.Serializable;
import java.io.UncheckedIOException;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.tessera.engine.prep.Preparation;
import org.tessera.engine.store.ModelStore;

/** A preparation that travels between machines in the bytes of its file, which give the same features, bit for bit. */
final class StoredPreparation implements Serializable {

    private static final long serialVersionUID = 1L;

    private final byte[] bytes;
    private transient volatile Preparation preparation;

    StoredPreparation(Preparation preparation) {
        this.preparation = preparation;
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(out)) {
            ModelStore.write(preparation, zip);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        bytes = out.toByteArray();
    }

    Preparation get() {
        if (preparation == null) {
            try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(bytes))) {
                preparation = ModelStore.readPreparation(zip);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return preparation;
    }
}
