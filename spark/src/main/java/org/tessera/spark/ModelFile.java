package org.tessera.spark;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.tessera.engine.data.Quantity;
import org.tessera.engine.model.SegmentationModel;
import org.tessera.engine.prep.ColumnPreparation;
import org.tessera.engine.prep.Preparation;
import org.tessera.engine.run.RunContext;
import org.tessera.engine.store.ModelStore;

/**
 * The file of a segmentation, as KNIME's Model Writer writes it and its Model Reader reads it: a zip with the names of the
 * port's classes, its spec, and the model of {@link ModelStore}. The same model gives the same bytes.
 */
final class ModelFile {

    /** What the model port carries in KNIME. */
    private static final String OBJECT_CLASS = "org.tessera.knime.port.SegmentationModelPortObject";

    private static final String SPEC_CLASS = OBJECT_CLASS + "Spec";
    private static final String CONTENT = "content.xml";
    private static final String SPEC = "objectSpec.file";
    private static final String OBJECT = "object.file";
    private static final int SPEC_VERSION = 1;

    private ModelFile() {}

    /**
     * Reads a model.
     *
     * @param bytes the file
     * @param run cancel
     * @return the model
     * @throws IOException if it is no model file, damaged, or of a newer version
     */
    static SegmentationModel read(byte[] bytes, RunContext run) throws IOException {
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(bytes))) {
            String content = new String(entry(zip, CONTENT), StandardCharsets.UTF_8);
            if (!content.contains('"' + OBJECT_CLASS + '"')) {
                throw new IOException("It holds another kind of model than a segmentation.");
            }
            entry(zip, SPEC);
            try (ZipInputStream object = new ZipInputStream(new ByteArrayInputStream(entry(zip, OBJECT)))) {
                entry(object, "portObject.file");
                return ModelStore.readModel(object, run);
            }
        }
    }

    private static byte[] entry(ZipInputStream zip, String name) throws IOException {
        ZipEntry entry = zip.getNextEntry();
        if (entry == null || !entry.getName().equals(name)) {
            throw new IOException("It is no file of KNIME's Model Writer: entry '" + name + "' is absent.");
        }
        return zip.readAllBytes();
    }

    /**
     * Writes a model.
     *
     * @param model the model
     * @param run cancel
     * @return the file
     * @throws IOException never, in practice
     */
    static byte[] write(SegmentationModel model, RunContext run) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            put(zip, CONTENT, out -> out.write(content().getBytes(StandardCharsets.UTF_8)));
            put(zip, SPEC, out -> nested(out, "portSpec.file", spec -> put(spec, "spec.bin", o -> texts(o, model))));
            put(zip, OBJECT, out -> nested(out, "portObject.file", object -> ModelStore.write(model, object, run)));
        }
        return bytes.toByteArray();
    }

    private static String content() {
        String namespace = "http://www.knime.org/2008/09/XMLConfig";
        return String.join(
                "\n",
                "<?xml version=\"1.0\" encoding=\"UTF-8\"?>",
                "<config xmlns=\"" + namespace + "\" xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\""
                        + " xsi:schemaLocation=\"" + namespace
                        + " http://www.knime.org/XMLConfig_2008_09.xsd\" key=\"content\">",
                "    <entry key=\"version\" type=\"xint\" value=\"1\"/>",
                "    <entry key=\"port_spec_class\" type=\"xstring\" value=\"" + SPEC_CLASS + "\"/>",
                "    <entry key=\"port_object_class\" type=\"xstring\" value=\"" + OBJECT_CLASS + "\"/>",
                "</config>",
                "");
    }

    private interface Writer<T> {
        void write(T out) throws IOException;
    }

    private static void put(ZipOutputStream zip, String name, Writer<OutputStream> writer) throws IOException {
        zip.putNextEntry(ModelStore.entry(name));
        writer.write(zip);
        zip.closeEntry();
    }

    /** A zip inside a zip, behind an empty entry by which KNIME recognizes it. */
    private static void nested(OutputStream out, String marker, Writer<ZipOutputStream> writer) throws IOException {
        ZipOutputStream zip = new ZipOutputStream(out);
        put(zip, marker, empty -> {});
        writer.write(zip);
        zip.finish();
    }

    /** The spec, as the node's port writes it. */
    private static void texts(OutputStream out, SegmentationModel model) throws IOException {
        boolean prepared = model.preparation().isPresent();
        List<List<String>> lists = new ArrayList<>();
        lists.add(List.of(model.provenance().title(), model.segmentColumn(), Boolean.toString(prepared)));
        lists.add(model.features());
        List<ColumnPreparation> columns =
                model.preparation().map(Preparation::columns).orElse(List.of());
        List<String> categories = names(columns, c -> c instanceof ColumnPreparation.Categories);
        lists.add(names(columns, c -> c instanceof ColumnPreparation.Numbers));
        lists.add(categories);
        lists.add(Segments.names(model));
        lists.add(model.preparation()
                .map(p -> categories.stream()
                        .filter(p.options().category().codeColumns()::contains)
                        .toList())
                .orElse(List.of()));
        lists.add(columns.stream()
                .filter(ColumnPreparation.Numbers.class::isInstance)
                .map(c -> ((ColumnPreparation.Numbers) c)
                        .quantity()
                        .map(Quantity::name)
                        .orElse(""))
                .toList());
        DataOutputStream data = new DataOutputStream(out);
        data.writeInt(SPEC_VERSION);
        for (List<String> list : lists) {
            data.writeInt(list.size());
            for (String text : list) {
                byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
                data.writeInt(utf8.length);
                data.write(utf8);
            }
        }
        data.flush();
    }

    /** The names of the columns of which a preparation makes features, numbers first. */
    static List<String> sourceColumns(Preparation preparation) {
        List<String> names = new ArrayList<>(names(preparation.columns(), c -> c instanceof ColumnPreparation.Numbers));
        names.addAll(names(preparation.columns(), c -> c instanceof ColumnPreparation.Categories));
        return names;
    }

    private static List<String> names(List<ColumnPreparation> columns, Predicate<ColumnPreparation> which) {
        return columns.stream().filter(which).map(ColumnPreparation::column).toList();
    }
}
