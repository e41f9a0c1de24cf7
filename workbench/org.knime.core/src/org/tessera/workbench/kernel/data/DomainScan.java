package org.tessera.workbench.kernel.data;

import java.util.LinkedHashSet;
import java.util.Set;
import org.knime.core.data.BoundedValue;
import org.knime.core.data.DataCell;
import org.knime.core.data.DataColumnDomain;
import org.knime.core.data.DataColumnDomainCreator;
import org.knime.core.data.DataColumnSpec;
import org.knime.core.data.DataValueComparator;
import org.knime.core.data.NominalValue;
import org.knime.core.data.container.DataContainerSettings;
import org.knime.core.data.def.StringCell;

/**
 * Computes the domain of a finished column: the possible values of nominal types in the order they come, unknown where
 * there are too many; the bounds of bounded types, NaN left out. Declared values and bounds are extended or dropped as the
 * settings say.
 */
final class DomainScan {

    private DomainScan() {}

    static DataColumnDomain domain(DataColumnSpec spec, Column column, DataContainerSettings settings) {
        DataColumnDomain declared =
                settings.isInitializeDomain() ? spec.getDomain() : new DataColumnDomainCreator().createDomain();
        DataColumnDomainCreator result = new DataColumnDomainCreator(declared);
        if (settings.isEnableDomainUpdate() && spec.getType().isCompatible(NominalValue.class)) {
            result.setValues(values(declared.getValues(), column, DataContainerSettings.MAX_POSSIBLE_VALUES));
        }
        if (settings.isEnableDomainUpdate() && spec.getType().isCompatible(BoundedValue.class)) {
            DataValueComparator order = spec.getType().getComparator();
            DataCell[] found = column.bounds(order);
            result.setLowerBound(outer(declared.getLowerBound(), found[0], order, 1));
            result.setUpperBound(outer(declared.getUpperBound(), found[1], order, -1));
        }
        return result.createDomain();
    }

    private static DataCell outer(DataCell declared, DataCell found, DataValueComparator order, int sign) {
        if (declared == null || found == null) {
            return declared == null ? found : declared;
        }
        return sign * order.compare(found, declared) < 0 ? found : declared;
    }

    private static Set<DataCell> values(Set<DataCell> declared, Column column, int limit) {
        Set<DataCell> values = declared == null ? new LinkedHashSet<>() : new LinkedHashSet<>(declared);
        return column instanceof StringColumn texts
                ? textValues(texts, values, limit)
                : cellValues(column, values, limit);
    }

    private static Set<DataCell> textValues(StringColumn column, Set<DataCell> values, int limit) {
        boolean[] seen = new boolean[StringDictionary.LIMIT];
        for (long row = 0; row < column.size(); row++) {
            int code = column.code(row);
            if (code >= 0 && seen[code] || column.isMissing(row)) {
                continue;
            }
            if (values.add(new StringCell(column.get(row))) && values.size() > limit) {
                return null;
            }
            if (code >= 0) {
                seen[code] = true;
            }
        }
        return values;
    }

    private static Set<DataCell> cellValues(Column column, Set<DataCell> values, int limit) {
        for (long row = 0; row < column.size(); row++) {
            if (!column.isMissing(row) && values.add(column.present(row)) && values.size() > limit) {
                return null;
            }
        }
        return values;
    }
}
