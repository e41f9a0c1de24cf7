package org.tessera.engine.store;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.tessera.engine.data.Labels;
import org.tessera.engine.model.Baseline;
import org.tessera.engine.model.Provenance;
import org.tessera.engine.model.Recipe;
import org.tessera.engine.model.SegmentationModel;
import org.tessera.engine.model.Training;
import org.tessera.engine.model.TrainingRows;
import org.tessera.engine.prep.Preparation;
import org.tessera.engine.run.RunContext;

/**
 * Writes and reads preparations and segmentation models as entries of a zip stream: a JSON text and, for models, an
 * entry of little-endian arrays. The format has a version; files of newer versions are rejected with a message. Nothing
 * is deserialized by class name. Streams are neither opened nor closed here.
 */
public final class ModelStore {

    /** Version of the format that is written, and newest version that is read. */
    private static final int VERSION = 2;

    /** Largest JSON entry that is read, in bytes. */
    private static final int MAX_JSON = 64 << 20;

    private static final String PREPARATION = "preparation.json";
    private static final String MODEL = "model.json";
    private static final String ARRAYS = "arrays.bin";
    /** The names of the segments, which only named models have. */
    private static final String NAMES = "segmentNames";
    /** The array of the training rows, which models stored by earlier versions do not have. */
    private static final String ROWS = "rows";
    /** How to make the segmentation again, which models stored by earlier versions do not have. */
    private static final String RECIPE = "recipe";
    /** The time of every entry, so that the same model is stored as the same bytes. */
    private static final LocalDateTime TIME = LocalDateTime.of(1980, 2, 1, 0, 0);

    private ModelStore() {}

    /**
     * Writes a preparation.
     *
     * @param preparation the preparation
     * @param zip the stream
     * @throws IOException if writing fails
     */
    public static void write(Preparation preparation, ZipOutputStream zip) throws IOException {
        writeJson(PREPARATION, PreparationJson.write(preparation), zip);
        zip.flush();
    }

    /**
     * Reads a preparation.
     *
     * @param zip the stream
     * @return the preparation
     * @throws IOException if reading fails, the content is damaged, or it comes from a newer version
     */
    public static Preparation readPreparation(ZipInputStream zip) throws IOException {
        try {
            return PreparationJson.read(readJson(PREPARATION, "preparation", zip));
        } catch (EOFException e) {
            throw new IOException("Stored preparation is truncated.", e);
        }
    }

    /**
     * Writes a model.
     *
     * @param model the model
     * @param zip the stream
     * @param run cancel
     * @throws IOException if writing fails
     * @throws org.tessera.engine.run.RunCanceledException if the user has canceled
     */
    public static void write(SegmentationModel model, ZipOutputStream zip, RunContext run) throws IOException {
        ArrayWriter arrays = new ArrayWriter();
        JsonObject json = new JsonObject();
        json.add("provenance", provenance(model.provenance()));
        json.addProperty("segmentColumn", model.segmentColumn());
        json.add("featureNames", Fields.list(model.features()));
        model.preparation().ifPresent(p -> json.add("preparation", PreparationJson.write(p)));
        json.add("clusters", ClusterModelCodec.write(model.clusters(), arrays));
        if (model.labels().hasNames()) {
            json.add(NAMES, Fields.list(model.labels().names()));
        }
        json.addProperty("fingerprint", Long.toHexString(model.fingerprint()));
        if (!model.search().isEmpty()) {
            json.add(SearchJson.FIELD, SearchJson.write(model.search()));
        }
        if (!model.baseline().equals(Baseline.UNKNOWN)) {
            json.add(BaselineJson.FIELD, BaselineJson.write(model.baseline()));
        }
        arrays.add("labels", model.labels().toArray());
        arrays.add(ROWS, model.rows().toWords());
        json.add("arrays", arrays.index());
        writeJson(MODEL, json, zip);
        zip.putNextEntry(entry(ARRAYS));
        arrays.writeTo(zip, run);
        zip.closeEntry();
        zip.flush();
    }

    /**
     * Reads a model.
     *
     * @param zip the stream
     * @param run cancel
     * @return the model
     * @throws IOException if reading fails, the content is damaged, or it comes from a newer version
     * @throws org.tessera.engine.run.RunCanceledException if the user has canceled
     */
    public static SegmentationModel readModel(ZipInputStream zip, RunContext run) throws IOException {
        try {
            return model(zip, run);
        } catch (EOFException e) {
            throw new IOException("Stored model is truncated.", e);
        }
    }

    private static Training training(Fields json, ArrayReader arrays) throws IOException {
        return new Training(
                Labels.of(arrays.ints("labels")).withNames(json.has(NAMES) ? json.texts(NAMES) : List.of()),
                Long.parseUnsignedLong(json.text("fingerprint"), 16),
                arrays.has(ROWS) ? TrainingRows.ofWords(arrays.ints(ROWS)) : TrainingRows.UNKNOWN,
                BaselineJson.read(json));
    }

    private static SegmentationModel model(ZipInputStream zip, RunContext run) throws IOException {
        Fields json = readJson(MODEL, "model", zip);
        next(ARRAYS, zip);
        ArrayReader arrays = ArrayReader.read(json.objects("arrays"), zip, run);
        Optional<Preparation> preparation = Optional.empty();
        if (json.has("preparation")) {
            preparation = Optional.of(PreparationJson.read(json.object("preparation")));
        }
        try {
            SegmentationModel model = new SegmentationModel(
                    provenance(json.object("provenance")),
                    json.text("segmentColumn"),
                    json.texts("featureNames"),
                    preparation,
                    ClusterModelCodec.read(json.object("clusters"), arrays),
                    training(json, arrays),
                    SearchJson.read(json));
            ModelValidator.check(model);
            return model;
        } catch (IllegalArgumentException e) {
            throw new IOException("Stored model is damaged: " + e.getMessage(), e);
        }
    }

    private static JsonObject provenance(Provenance provenance) {
        JsonObject json = new JsonObject();
        json.addProperty("algorithm", provenance.algorithm());
        json.addProperty("title", provenance.title());
        json.add("options", texts(provenance.options()));
        json.addProperty("seed", provenance.seed());
        json.addProperty("implementation", provenance.implementation());
        json.addProperty("reason", provenance.reason());
        json.addProperty("leftOut", provenance.leftOut());
        json.addProperty("iterations", provenance.iterations());
        json.addProperty("converged", provenance.converged());
        json.add("warnings", Fields.list(provenance.warnings()));
        provenance.recipe().ifPresent(recipe -> json.add(RECIPE, recipe(recipe)));
        return json;
    }

    private static JsonObject texts(Map<String, String> texts) {
        JsonObject json = new JsonObject();
        texts.forEach(json::addProperty);
        return json;
    }

    private static JsonObject recipe(Recipe recipe) {
        JsonObject json = new JsonObject();
        json.add("options", texts(recipe.options()));
        json.addProperty("byHand", recipe.byHand());
        json.addProperty("dissolveBelow", recipe.dissolveBelow());
        json.addProperty("rows", recipe.rows());
        return json;
    }

    private static Recipe recipe(Fields json) throws IOException {
        return new Recipe(
                json.textMap("options"), json.flag("byHand"), json.number("dissolveBelow"), json.count("rows"));
    }

    private static Provenance provenance(Fields json) throws IOException {
        return new Provenance(
                json.text("algorithm"),
                json.text("title"),
                json.textMap("options"),
                json.wholeNumber("seed", Long.MIN_VALUE, Long.MAX_VALUE),
                json.text("implementation"),
                json.text("reason"),
                json.count("leftOut"),
                json.count("iterations"),
                json.flag("converged"),
                json.texts("warnings"),
                json.has(RECIPE) ? Optional.of(recipe(json.object(RECIPE))) : Optional.empty());
    }

    /**
     * Creates a zip entry with a constant time, so that the same content is stored as the same bytes.
     *
     * @param name the entry's name
     * @return the entry
     */
    public static ZipEntry entry(String name) {
        ZipEntry entry = new ZipEntry(name);
        entry.setTimeLocal(TIME);
        return entry;
    }

    private static void writeJson(String entry, JsonObject json, ZipOutputStream zip) throws IOException {
        json.addProperty("format", VERSION);
        zip.putNextEntry(entry(entry));
        zip.write(Fields.utf8(json));
        zip.closeEntry();
    }

    private static Fields readJson(String entry, String what, ZipInputStream zip) throws IOException {
        next(entry, zip);
        Fields json = new Fields(what, parse(what, zip));
        long version = json.wholeNumber("format", 1, Long.MAX_VALUE);
        if (version > VERSION) {
            throw new IOException("Stored " + what + " has format " + version
                    + ", but this version reads formats up to " + VERSION + ": update Tessera.");
        }
        return json;
    }

    private static JsonElement parse(String what, InputStream in) throws IOException {
        byte[] bytes = in.readNBytes(MAX_JSON + 1);
        if (bytes.length > MAX_JSON) {
            throw new IOException("Stored " + what + " is larger than " + (MAX_JSON >> 20) + " MB and is not read.");
        }
        try {
            return JsonParser.parseString(new String(bytes, StandardCharsets.UTF_8));
        } catch (JsonParseException | StackOverflowError e) {
            throw new IOException("Stored " + what + " is damaged: it is no valid JSON.", e);
        }
    }

    private static ZipEntry nextEntry(ZipInputStream zip) throws IOException {
        try {
            return zip.getNextEntry();
        } catch (IllegalArgumentException e) {
            throw new IOException("Stored model is damaged: the name of an entry is no text.", e);
        }
    }

    private static void next(String name, ZipInputStream zip) throws IOException {
        ZipEntry entry = nextEntry(zip);
        if (entry == null || !entry.getName().equals(name)) {
            throw new IOException("Stored model is damaged: entry '" + name + "' is expected, but "
                    + (entry == null ? "there is none" : "'" + entry.getName() + "' is there") + ".");
        }
    }
}
