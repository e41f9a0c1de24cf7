package org.knime.core.node.port;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.IConfigurationElement;
import org.eclipse.core.runtime.IExtensionRegistry;
import org.eclipse.core.runtime.RegistryFactory;
import org.knime.core.data.DataTableSpec;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.NodeLogger;
import org.knime.core.node.port.PortTypeExtension.Names;
import org.knime.core.node.port.flowvariable.FlowVariablePortObject;
import org.knime.core.node.port.flowvariable.FlowVariablePortObjectSpec;
import org.knime.core.node.port.image.ImagePortObject;
import org.knime.core.node.port.image.ImagePortObjectSpec;
import org.knime.core.node.port.inactive.InactiveBranchPortObject;
import org.knime.core.node.port.inactive.InactiveBranchPortObjectSpec;

/** The workbench's own port types and those that bundles register in plugin.xml; the latter are read once. */
final class PortTypeExtensions {
    private static final String POINT = "org.knime.core.PortType";

    private final List<PortTypeExtension> own = List.of(
            own(PortObject.class, PortObjectSpec.class, "Generic Port", () -> null, () -> null),
            own(BufferedDataTable.class, DataTableSpec.class, "Table", () -> null, DataTableSpec.Serializer::new),
            own(
                    FlowVariablePortObject.class,
                    FlowVariablePortObjectSpec.class,
                    "Flow Variable",
                    FlowVariablePortObject.Serializer::new,
                    FlowVariablePortObjectSpec.Serializer::new),
            own(
                    ImagePortObject.class,
                    ImagePortObjectSpec.class,
                    "Image",
                    ImagePortObject.Serializer::new,
                    ImagePortObjectSpec.Serializer::new),
            own(
                    InactiveBranchPortObject.class,
                    InactiveBranchPortObjectSpec.class,
                    "Inactive branch",
                    InactiveBranchPortObject.Serializer::new,
                    InactiveBranchPortObjectSpec.Serializer::new));

    private List<PortTypeExtension> registered;

    private static PortTypeExtension own(
            final Class<? extends PortObject> objectClass,
            final Class<? extends PortObjectSpec> specClass,
            final String name,
            final Supplier<Object> objectSerializer,
            final Supplier<Object> specSerializer) {
        final Names names = new Names(name, objectClass.getName(), specClass.getName());
        return new PortTypeExtension(names, objectSerializer, specSerializer, objectClass);
    }

    synchronized List<PortTypeExtension> all() {
        if (registered == null) {
            registered = new ArrayList<>(own);
            final IExtensionRegistry registry = RegistryFactory.getRegistry();
            if (registry != null) {
                for (final IConfigurationElement element : registry.getConfigurationElementsFor(POINT)) {
                    registered.add(read(element));
                }
            }
        }
        return registered;
    }

    Optional<PortTypeExtension> ofObject(final String className) {
        return find(own, className, PortTypeExtension::objectClassName)
                .or(() -> find(all(), className, PortTypeExtension::objectClassName));
    }

    Optional<PortTypeExtension> ofSpec(final String className) {
        return find(own, className, PortTypeExtension::specClassName)
                .or(() -> find(all(), className, PortTypeExtension::specClassName));
    }

    private static Optional<PortTypeExtension> find(
            final List<PortTypeExtension> extensions,
            final String className,
            final java.util.function.Function<PortTypeExtension, String> name) {
        return extensions.stream().filter(e -> className.equals(name.apply(e))).findFirst();
    }

    PortTypeExtension closestSupertype(final Class<? extends PortObject> objectClass) {
        return all().stream()
                .filter(e -> e.objectClass()
                        .filter(c -> c.isAssignableFrom(objectClass))
                        .isPresent())
                .max(Comparator.comparingInt(e -> depth(e.objectClass().orElseThrow())))
                .orElseThrow();
    }

    // The number of classes and interfaces above a class: a subtype always has more than its supertype.
    private static int depth(final Class<?> type) {
        int depth = 1 + (type.getSuperclass() == null ? 0 : depth(type.getSuperclass()));
        for (final Class<?> parent : type.getInterfaces()) {
            depth += depth(parent);
        }
        return depth;
    }

    private static PortTypeExtension read(final IConfigurationElement element) {
        final Names names = new Names(
                element.getAttribute("name"), element.getAttribute("objectClass"), element.getAttribute("specClass"));
        return new PortTypeExtension(
                names, () -> create(element, "objectSerializer"), () -> create(element, "specSerializer"));
    }

    private static Object create(final IConfigurationElement element, final String attribute) {
        try {
            return element.createExecutableExtension(attribute);
        } catch (CoreException e) {
            NodeLogger.getLogger(PortTypeRegistry.class)
                    .error(
                            "The " + attribute + " of port type '" + element.getAttribute("name") + "' of bundle "
                                    + element.getContributor().getName() + " cannot be created: " + e.getMessage(),
                            e);
            return null;
        }
    }
}
