package org.tessera.workbench.tests.node;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.knime.core.data.DataTableSpec;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.NodeSettings;
import org.knime.core.node.port.PortObject;
import org.knime.core.node.port.PortType;
import org.knime.core.node.port.PortTypeRegistry;
import org.knime.core.node.port.flowvariable.FlowVariablePortObject;
import org.knime.core.node.port.image.ImagePortObject;

/** Port types come from the bundles' {@code plugin.xml}. */
class PortTypesTest {
    private final PortTypeRegistry registry = PortTypeRegistry.getInstance();

    @Test
    void a_registered_type_has_its_name_and_classes() {
        PortType words = registry.getPortType(Words.class);
        assertEquals("Words", words.getName());
        assertEquals(Words.class, words.getPortObjectClass());
        assertEquals(Words.Spec.class, words.getPortObjectSpecClass());
        assertFalse(words.isOptional());
        assertEquals(
                Words.Serializer.class,
                registry.getObjectSerializer(Words.class).orElseThrow().getClass());
        assertEquals(
                Words.SpecSerializer.class,
                registry.getSpecSerializer(Words.Spec.class).orElseThrow().getClass());
    }

    @Test
    void the_workbench_has_its_own_types() {
        assertEquals("Table", BufferedDataTable.TYPE.getName());
        assertEquals(DataTableSpec.class, BufferedDataTable.TYPE.getPortObjectSpecClass());
        assertEquals("Image", ImagePortObject.TYPE.getName());
        assertEquals("Flow Variable", FlowVariablePortObject.TYPE.getName());
        assertTrue(FlowVariablePortObject.TYPE_OPTIONAL.isOptional());
        assertEquals(FlowVariablePortObject.TYPE, FlowVariablePortObject.TYPE_OPTIONAL);
    }

    @Test
    void the_generic_type_is_the_supertype_of_all() {
        PortType words = registry.getPortType(Words.class);
        assertTrue(PortObject.TYPE.isSuperTypeOf(words));
        assertFalse(words.isSuperTypeOf(PortObject.TYPE));
        assertFalse(words.isSuperTypeOf(BufferedDataTable.TYPE));
        assertTrue(words.acceptsPortObjectSpec(null));
        assertTrue(words.acceptsPortObjectSpec(new Words.Spec("en")));
        assertFalse(words.acceptsPortObjectSpec(new DataTableSpec()));
    }

    @Test
    void a_class_without_registration_gets_the_closest_supertypes_type_and_no_serializer() {
        assertSame(PortObject.TYPE, registry.getPortType(Unregistered.class));
        assertEquals(Optional.empty(), registry.getObjectSerializer(Unregistered.class));
        assertEquals(Optional.empty(), registry.getObjectClass(Unregistered.class.getName()));
    }

    @Test
    void a_serializer_for_another_class_is_no_serializer() {
        assertEquals(Optional.empty(), registry.getObjectSerializer(Unregistered.Misregistered.class));
    }

    @Test
    void a_type_is_stored_by_the_name_of_its_class() throws InvalidSettingsException {
        NodeSettings settings = new NodeSettings("t");
        registry.getPortType(Words.class, true).save(settings);
        assertEquals(Words.class.getName(), settings.getString("object_class"));
        PortType loaded = PortType.load(settings);
        assertEquals(Words.class, loaded.getPortObjectClass());
        assertFalse(loaded.isOptional());
        settings.addString("object_class", "org.example.Gone");
        InvalidSettingsException e = assertThrows(InvalidSettingsException.class, () -> PortType.load(settings));
        assertEquals("Unable to restore port type, can't load class \"org.example.Gone\"", e.getMessage());
    }
}
