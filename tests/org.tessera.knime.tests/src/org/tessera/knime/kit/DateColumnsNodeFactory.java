package org.tessera.knime.kit;

import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import org.knime.core.data.DataCell;
import org.knime.core.data.DataColumnSpec;
import org.knime.core.data.DataColumnSpecCreator;
import org.knime.core.data.DataRow;
import org.knime.core.data.DataTableSpec;
import org.knime.core.data.DoubleValue;
import org.knime.core.data.container.AbstractCellFactory;
import org.knime.core.data.container.ColumnRearranger;
import org.knime.node.DefaultNode;
import org.knime.node.DefaultNodeFactory;
import org.tessera.workbench.kernel.data.DurationCell;
import org.tessera.workbench.kernel.data.LocalDateCell;
import org.tessera.workbench.kernel.data.LocalTimeCell;
import org.tessera.workbench.kernel.data.ZonedDateTimeCell;

/**
 * A node that appends dates and times made of "Seniority" and "Age" to the credit customers, as KNIME's date nodes would:
 * Since, Login, Hour and Waiting.
 */
public final class DateColumnsNodeFactory extends DefaultNodeFactory {

    private static final LocalDate LAST = LocalDate.of(2024, 2, 29);
    private static final ZoneId ZONE = ZoneId.of("Pacific/Chatham");

    private static final DefaultNode NODE = DefaultNode.create()
            .name("Date Columns")
            .icon("../icons/preprocessor.png")
            .shortDescription("Appends dates and times.")
            .fullDescription("For tests.")
            .sinceVersion(5, 8, 0)
            .ports(p -> p.addInputTable("Customers", "Credit customers.")
                    .addOutputTable("Customers with dates", "The same with dates and times."))
            .model(m -> m.withoutParameters()
                    .rearrangeColumns((in, out) -> out.setColumnRearranger(rearranger(in.getDataTableSpec()))));

    /** The node. */
    public DateColumnsNodeFactory() {
        super(NODE);
    }

    private static ColumnRearranger rearranger(DataTableSpec spec) {
        ColumnRearranger rearranger = new ColumnRearranger(spec);
        int seniority = spec.findColumnIndex("Seniority");
        int age = spec.findColumnIndex("Age");
        int marital = spec.findColumnIndex("Marital");
        DataColumnSpec[] columns = {
            new DataColumnSpecCreator("Since", LocalDateCell.TYPE).createSpec(),
            new DataColumnSpecCreator("Login", ZonedDateTimeCell.TYPE).createSpec(),
            new DataColumnSpecCreator("Hour", LocalTimeCell.TYPE).createSpec(),
            new DataColumnSpecCreator("Waiting", DurationCell.TYPE).createSpec()
        };
        rearranger.append(new AbstractCellFactory(columns) {
            @Override
            public DataCell[] getCells(DataRow row) {
                int years = (int) ((DoubleValue) row.getCell(seniority)).getDoubleValue();
                int old = (int) ((DoubleValue) row.getCell(age)).getDoubleValue();
                boolean isSingle = row.getCell(marital).toString().equals("single");
                LocalDate since = LAST.minusYears(isSingle ? 1 : 30).minusDays(old * 37 % 100);
                LocalTime hour = LocalTime.of(6 + years % 12, old % 60);
                return new DataCell[] {
                    new LocalDateCell(since),
                    new ZonedDateTimeCell(LAST.minusDays(old).atTime(hour).atZone(ZONE)),
                    new LocalTimeCell(hour),
                    new DurationCell(Duration.ofHours(years))
                };
            }
        });
        return rearranger;
    }
}
