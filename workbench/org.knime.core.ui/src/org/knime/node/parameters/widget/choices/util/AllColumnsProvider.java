package org.knime.node.parameters.widget.choices.util;

import java.util.List;
import org.knime.core.data.DataColumnSpec;
import org.knime.node.parameters.NodeParametersInput;
import org.knime.node.parameters.widget.choices.ColumnChoicesProvider;

/** Provides all columns of an input table, none while there is no table. */
public class AllColumnsProvider implements ColumnChoicesProvider, InputTableIndexHolder {

    /** Creates the provider for the first port. */
    public AllColumnsProvider() {
        super();
    }

    @Override
    public List<DataColumnSpec> columnChoices(final NodeParametersInput context) {
        return ColumnSelectionUtil.getAllColumns(context, getInputTableIndex());
    }
}
