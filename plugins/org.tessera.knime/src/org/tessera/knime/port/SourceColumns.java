package org.tessera.knime.port;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.knime.core.data.DataColumnSpec;
import org.knime.core.data.DataTableSpec;
import org.knime.core.node.InvalidSettingsException;
import org.tessera.engine.data.Quantity;
import org.tessera.engine.prep.ColumnPreparation;
import org.tessera.engine.prep.ColumnPreparation.Numbers;
import org.tessera.engine.prep.Preparation;
import org.tessera.knime.kit.CustomerReader;
import org.tessera.knime.kit.Failures;

/**
 * The source columns of a preparation.
 *
 * @param numbers the numeric columns, in the order of the preparation
 * @param categories the columns of categories, in the order of the preparation
 * @param codes the columns of categories that may also hold numbers
 * @param quantities the quantities of the numeric columns as names of {@link Quantity}, in the same order; absent or
 *     unknown in specs stored by other versions
 */
public record SourceColumns(
        List<String> numbers, List<String> categories, List<String> codes, List<String> quantities) {

    /** Unknown columns. */
    public static final SourceColumns UNKNOWN = new SourceColumns(List.of(), List.of(), List.of(), List.of());

    /** Copies the lists. */
    public SourceColumns {
        numbers = List.copyOf(numbers);
        categories = List.copyOf(categories);
        codes = List.copyOf(codes);
        quantities = List.copyOf(quantities);
    }

    /**
     * The columns of a preparation.
     *
     * @param preparation the preparation
     * @return its columns
     */
    public static SourceColumns of(Preparation preparation) {
        List<String> categories = names(preparation, false);
        Set<String> codes = preparation.options().category().codeColumns();
        return new SourceColumns(
                names(preparation, true),
                categories,
                categories.stream().filter(codes::contains).toList(),
                quantities(preparation));
    }

    private static List<String> quantities(Preparation preparation) {
        List<String> names = new ArrayList<>();
        for (ColumnPreparation column : preparation.columns()) {
            if (column instanceof Numbers learned) {
                names.add(learned.quantity().map(Quantity::name).orElse(""));
            }
        }
        return names;
    }

    private static List<String> names(Preparation preparation, boolean numbers) {
        return preparation.columns().stream()
                .filter(c -> c instanceof ColumnPreparation.Numbers == numbers)
                .map(ColumnPreparation::column)
                .toList();
    }

    /** @return the names of all columns, numbers first */
    public List<String> names() {
        return Stream.concat(numbers.stream(), categories.stream()).toList();
    }

    /**
     * Checks by the spec that a table has the columns. Their types may differ from training, as readers of files guess
     * them anew from every file: whether texts read as numbers, or a column has no value at all, is known only with the
     * data, see {@link Preparation#apply}.
     *
     * @param spec the table's spec
     * @throws InvalidSettingsException naming the first column that is absent or cannot be read, and the remedy
     */
    public void require(DataTableSpec spec) throws InvalidSettingsException {
        for (String name : names()) {
            DataColumnSpec column = spec.getColumnSpec(name);
            boolean wantsNumbers = numbers.contains(name);
            if (column == null) {
                throw Failures.refusal(
                        "Column '" + name + "', from which the features are made, is not in the table",
                        "keep it in the nodes before this one",
                        "rename the column that holds it");
            }
            if (!CustomerReader.isUsable(column)) {
                throw Failures.refusal(
                        "Column '" + name + "' held " + (wantsNumbers ? plural(name) : "texts or Booleans")
                                + " when the Preparation was made, but holds " + column.getType() + " now",
                        "convert the column to " + (wantsNumbers ? plural(name) : "texts") + " before this node");
            }
        }
    }

    /**
     * Whether a column holds points in time as the model sees it, also where they are written as text.
     *
     * @param name a column
     * @return true if the model has it as dates or times of day
     */
    public boolean isPointInTime(String name) {
        return quantity(name).filter(Quantity::isPointInTime).isPresent();
    }

    private String plural(String number) {
        return quantity(number).orElse(Quantity.NUMBER).plural();
    }

    /** The quantity of a numeric column, if known; empty for columns of categories. */
    private Optional<Quantity> quantity(String number) {
        int place = numbers.indexOf(number);
        return place < 0 || place >= quantities.size()
                ? Optional.empty()
                : Arrays.stream(Quantity.values())
                        .filter(q -> q.name().equals(quantities.get(place)))
                        .findFirst();
    }
}
