package org.tessera.api;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.objectweb.asm.Handle;
import org.objectweb.asm.Opcodes;

/** The link check names what would not link; each class is broken in one way. */
class BrokenProductTest {
    private static final String SPEC = "org/knime/core/data/DataTableSpec";
    private static final String ROW = "org/knime/core/data/DataRow";
    private static final String TYPE = "org/knime/core/data/DataType";
    private static final String CELL = "org/knime/core/data/DataCell";
    private static final String CONSUMER = "org/knime/node/DefaultModel$ExecuteConsumer";
    private static final String CONSUME =
            "(Lorg/knime/node/DefaultModel$ExecuteInput;Lorg/knime/node/DefaultModel$ExecuteOutput;)V";
    private static final String WIDGET = "org/knime/node/parameters/Widget";

    private static Map<String, ApiClass> knime;

    @BeforeAll
    static void read() throws IOException {
        knime = Extract.read();
    }

    @Test
    void what_links_is_not_reported() {
        Broken sound = Broken.extending("org/knime/core/data/container/AbstractCellFactory")
                .method("getCells", "(L" + ROW + ";)[L" + CELL + ";")
                .call(Opcodes.INVOKEVIRTUAL, SPEC, "getNumColumns", "()I")
                .call(Opcodes.INVOKEVIRTUAL, SPEC, "hashCode", "()I")
                .call(Opcodes.INVOKEVIRTUAL, Broken.NAME, "getMaxQueueSize", "()I")
                .call(Opcodes.INVOKEINTERFACE, ROW, "iterator", "()Ljava/util/Iterator;")
                .call(Opcodes.INVOKESTATIC, TYPE, "getMissingCell", "()L" + CELL + ";")
                .field(Opcodes.GETSTATIC, "org/knime/core/data/def/IntCell", "TYPE", "L" + TYPE + ";")
                .lambda(CONSUMER, "accept", CONSUME)
                .annotation(WIDGET, "title", "Segments")
                .bridgeThatThrows("org/knime/core/internal/Hidden");
        assertEquals(List.of(), reports(Releases.BASE, sound));
    }

    @Test
    void absent_method() {
        assertReport(
                "refers to method org.knime.core.data.DataTableSpec.getColumnCount()I, absent from KNIME 5.9.0",
                Broken.type().call(Opcodes.INVOKEVIRTUAL, SPEC, "getColumnCount", "()I"));
    }

    @Test
    void wrong_descriptor() {
        assertReport(
                "refers to method org.knime.core.data.DataTableSpec.getNumColumns()J, absent from KNIME 5.9.0",
                Broken.type().call(Opcodes.INVOKEVIRTUAL, SPEC, "getNumColumns", "()J"));
    }

    @Test
    void absent_method_that_is_sought_through_a_subclass_of_our_own() {
        assertReport(
                "refers to method org.tessera.Broken.getCapacity()I, absent from KNIME 5.9.0",
                Broken.extending("org/knime/core/node/ExecutionMonitor")
                        .call(Opcodes.INVOKEVIRTUAL, Broken.NAME, "getCapacity", "()I"));
    }

    @Test
    void absent_constructor_is_not_inherited() {
        assertReport(
                "refers to method org.knime.core.data.DataTableSpec.<init>(J)V, absent from KNIME 5.9.0",
                Broken.type().call(Opcodes.INVOKESPECIAL, SPEC, "<init>", "(J)V"));
    }

    @Test
    void absent_class_in_a_generic_signature() {
        assertReport(
                "refers to class org.knime.core.data.NoSuchCell, absent from the extract of KNIME's API",
                Broken.type().signature("Ljava/lang/Object;Ljava/util/List<Lorg/knime/core/data/NoSuchCell;>;"));
    }

    @Test
    void absent_field_or_one_of_another_type() {
        assertReport(
                "refers to static field org.knime.core.data.def.IntCell.TYPE:I, absent from KNIME 5.9.0",
                Broken.type().field(Opcodes.GETSTATIC, "org/knime/core/data/def/IntCell", "TYPE", "I"));
    }

    @Test
    void static_field_read_as_one_of_an_object() {
        assertReport(
                "refers to field org.knime.core.data.def.IntCell.TYPE:Lorg/knime/core/data/DataType;,"
                        + " which in KNIME 5.9.0 is static",
                Broken.type().field(Opcodes.GETFIELD, "org/knime/core/data/def/IntCell", "TYPE", "L" + TYPE + ";"));
    }

    @Test
    void method_of_an_object_called_as_static() {
        assertReport(
                "refers to static method org.knime.core.data.DataTableSpec.getNumColumns()I,"
                        + " which in KNIME 5.9.0 is not static",
                Broken.type().call(Opcodes.INVOKESTATIC, SPEC, "getNumColumns", "()I"));
    }

    @Test
    void interface_called_as_class() {
        assertReport(
                "refers to method org.knime.core.data.DataRow.getNumCells()I, but that is an interface in KNIME 5.9.0",
                Broken.type().call(Opcodes.INVOKEVIRTUAL, ROW, "getNumCells", "()I"));
    }

    @Test
    void protected_method_called_by_a_stranger() {
        assertReport(
                "refers to method org.knime.core.data.DataCell.equalsDataCell(Lorg/knime/core/data/DataCell;)Z,"
                        + " which is protected in KNIME 5.9.0",
                Broken.type().call(Opcodes.INVOKEVIRTUAL, CELL, "equalsDataCell", "(L" + CELL + ";)Z"));
    }

    @Test
    void protected_method_called_by_a_subclass_is_not_reported() {
        Broken subclass = Broken.extending("org/knime/core/data/def/IntCell")
                .call(Opcodes.INVOKEVIRTUAL, Broken.NAME, "equalsDataCell", "(L" + CELL + ";)Z")
                .call(Opcodes.INVOKESPECIAL, CELL, "equalContent", "(Lorg/knime/core/data/DataValue;)Z");
        assertEquals(List.of(), reports(Releases.BASE, subclass));
    }

    @Test
    void documented_exception_from_the_internal_packages_is_not_reported() {
        assertEquals(
                List.of(),
                reports(
                        Releases.BASE,
                        Broken.type().method("page", "()Lorg/knime/core/webui/page/Page$RequireRelativePath;")));
    }

    @Test
    void internal_package() {
        assertReport(
                "refers to class org.knime.core.webui.page.Resource,"
                        + " in a package that is internal to org.knime.core.ui",
                Broken.type().method("resource", "()Lorg/knime/core/webui/page/Resource;"));
    }

    @Test
    void annotation_element_and_constant() {
        assertReport(
                "refers to annotation element org.knime.node.parameters.Widget.color, absent from KNIME 5.9.0",
                Broken.type().annotation(WIDGET, "color", "red"));
        assertReport(
                "refers to static field org.knime.node.parameters.updates.Effect$EffectType.BLINK:"
                        + "Lorg/knime/node/parameters/updates/Effect$EffectType;, absent from KNIME 5.9.0",
                Broken.type()
                        .annotationWithConstant(
                                "org/knime/node/parameters/updates/Effect",
                                "type",
                                "org/knime/node/parameters/updates/Effect$EffectType",
                                "BLINK"));
    }

    @Test
    void lambda_for_a_method_of_another_name_or_signature() {
        assertReport(
                "refers to function org.knime.node.DefaultModel$ExecuteConsumer.run()V,"
                        + " but the open methods in KNIME 5.9.0 are: accept" + CONSUME,
                Broken.type().lambda(CONSUMER, "run", "()V"));
    }

    @Test
    void method_reference_to_an_absent_method() {
        assertReport(
                "refers to static method org.knime.core.data.DataType.guess()V, absent from KNIME 5.9.0",
                Broken.type()
                        .lambda(
                                "java/lang/Runnable",
                                "run",
                                "()V",
                                new Handle(Opcodes.H_INVOKESTATIC, TYPE, "guess", "()V", false)));
    }

    @Test
    void method_that_is_not_implemented() {
        assertEquals(
                List.of(
                        "org.tessera.Broken lacks org.knime.core.data.DataRow.getCell(I)Lorg/knime/core/data/DataCell;,"
                                + " which is abstract in KNIME 5.9.0",
                        "org.tessera.Broken lacks org.knime.core.data.DataRow.getKey()Lorg/knime/core/data/RowKey;,"
                                + " which is abstract in KNIME 5.9.0"),
                reports(
                        Releases.BASE,
                        Broken.implementing(ROW)
                                .method("getNumCells", "()I")
                                .method("iterator", "()Ljava/util/Iterator;")));
    }

    @Test
    void final_method_and_final_class() {
        assertEquals(
                List.of("org.tessera.Broken overrides org.knime.core.data.DataCell.getType()"
                        + "Lorg/knime/core/data/DataType;, which is final in KNIME 5.9.0"),
                reports(
                        Releases.BASE,
                        Broken.extending("org/knime/core/data/def/IntCell").method("getType", "()L" + TYPE + ";")));
        assertEquals(
                List.of("org.tessera.Broken extends org.knime.core.data.DataTableSpec, which is final in KNIME 5.9.0"),
                reports(Releases.BASE, Broken.extending(SPEC)));
    }

    @Test
    void interface_extended_and_class_implemented() {
        assertEquals(
                List.of("org.tessera.Broken implements org.knime.core.node.ExecutionMonitor,"
                        + " which is a class in KNIME 5.9.0"),
                reports(Releases.BASE, Broken.implementing("org/knime/core/node/ExecutionMonitor")));
    }

    @Test
    void method_that_is_newer_than_the_oldest_release() {
        Broken tooNew = Broken.type()
                .call(
                        Opcodes.INVOKEINTERFACE,
                        "org/knime/node/DefaultModel$ConfigureInput",
                        "getPortsConfiguration",
                        "()Lorg/knime/core/node/context/ports/PortsConfiguration;");
        assertEquals(List.of(), reports(Releases.BASE, tooNew));
        assertEquals(
                "org.tessera.Broken refers to interface method org.knime.node.DefaultModel$ConfigureInput."
                        + "getPortsConfiguration()Lorg/knime/core/node/context/ports/PortsConfiguration;,"
                        + " absent from KNIME 5.8.0",
                String.join("\n", reports(Releases.OLDEST, tooNew)));
    }

    private static void assertReport(String expected, Broken broken) {
        assertEquals("org.tessera.Broken " + expected, String.join("\n", reports(Releases.BASE, broken)));
    }

    private static List<String> reports(String release, Broken broken) {
        return LinkCheck.reports(release, knime.values(), List.of(broken.node()));
    }
}
