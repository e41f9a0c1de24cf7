package org.tessera.workbench.tests.data;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.Period;
import java.time.ZonedDateTime;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.knime.core.data.BooleanValue;
import org.knime.core.data.DataCell;
import org.knime.core.data.DataRow;
import org.knime.core.data.DataType;
import org.knime.core.data.DataValueComparator;
import org.knime.core.data.DoubleValue;
import org.knime.core.data.IntValue;
import org.knime.core.data.MissingCell;
import org.knime.core.data.NominalValue;
import org.knime.core.data.RowKey;
import org.knime.core.data.StringValue;
import org.knime.core.data.def.BooleanCell;
import org.knime.core.data.def.DefaultRow;
import org.knime.core.data.def.DoubleCell;
import org.knime.core.data.def.IntCell;
import org.knime.core.data.def.LongCell;
import org.knime.core.data.def.StringCell;
import org.knime.core.data.image.png.PNGImageContent;
import org.knime.core.data.image.png.PNGImageValue;
import org.knime.core.data.time.localdate.LocalDateValue;
import org.knime.core.data.time.period.PeriodValue;
import org.knime.core.node.InvalidSettingsException;
import org.tessera.workbench.kernel.data.DurationCell;
import org.tessera.workbench.kernel.data.LocalDateCell;
import org.tessera.workbench.kernel.data.LocalTimeCell;
import org.tessera.workbench.kernel.data.PeriodCell;
import org.tessera.workbench.kernel.data.ZonedDateTimeCell;

class CellsTest {

    @Test
    void equal_cells_have_the_same_class_and_content() {
        assertEquals(new DoubleCell(1.5), new DoubleCell(1.5));
        assertEquals(new DoubleCell(Double.NaN), new DoubleCell(Double.NaN));
        assertNotEquals(new DoubleCell(0.0), new DoubleCell(-0.0));
        assertNotEquals(new IntCell(1), new LongCell(1));
        assertNotEquals(new IntCell(1), new DoubleCell(1));
        assertEquals(new StringCell("a").hashCode(), new StringCell("a").hashCode());
        assertSame(BooleanCell.TRUE, BooleanCell.get(true));
    }

    @Test
    void all_missing_cells_are_equal() {
        MissingCell failed = new MissingCell("division by zero");
        assertEquals(DataType.getMissingCell(), failed);
        assertEquals("division by zero", failed.getError());
        assertTrue(failed.isMissing());
        assertEquals("?", failed.toString());
        assertNotEquals(failed, new StringCell("?"));
    }

    @Test
    void types_prefer_the_first_value_interface() {
        assertEquals(DoubleValue.class, DoubleCell.TYPE.getPreferredValueClass());
        assertEquals(IntValue.class, IntCell.TYPE.getPreferredValueClass());
        assertEquals(BooleanValue.class, BooleanCell.TYPE.getPreferredValueClass());
        assertEquals(StringValue.class, StringCell.TYPE.getPreferredValueClass());
        assertEquals("Number (Float)", DoubleCell.TYPE.getName());
        assertEquals("Number (Integer)", IntCell.TYPE.toString());
        assertSame(DoubleCell.TYPE, new DoubleCell(2).getType());
    }

    @Test
    void an_integer_is_a_number_and_a_truth_value_is_both() {
        assertTrue(DoubleCell.TYPE.isASuperTypeOf(IntCell.TYPE));
        assertFalse(IntCell.TYPE.isASuperTypeOf(DoubleCell.TYPE));
        assertTrue(BooleanCell.TYPE.isCompatible(NominalValue.class));
        assertTrue(IntCell.TYPE.isASuperTypeOf(BooleanCell.TYPE));
        assertTrue(StringCell.TYPE.isASuperTypeOf(DataType.getMissingCell().getType()));
    }

    @Test
    void a_mixed_type_takes_every_cell() throws InvalidSettingsException {
        DataType mixed = Tables.mixedType();
        assertNull(mixed.getCellClass());
        assertFalse(mixed.isCompatible(StringValue.class));
        assertTrue(mixed.isASuperTypeOf(IntCell.TYPE));
    }

    @Test
    void comparators_put_missing_cells_first() {
        DataValueComparator numbers = IntCell.TYPE.getComparator();
        assertTrue(numbers.compare(new IntCell(-5), new IntCell(3)) < 0);
        assertTrue(numbers.compare(DataType.getMissingCell(), new IntCell(-5)) < 0);
        assertEquals(0, numbers.compare(DataType.getMissingCell(), new MissingCell("x")));
        assertTrue(StringCell.TYPE.getComparator().compare(new StringCell("b"), new StringCell("a")) > 0);
        assertTrue(BooleanCell.TYPE.getComparator().compare(BooleanCell.FALSE, BooleanCell.TRUE) < 0);
    }

    @Test
    void rows_are_equal_by_key_and_cells() {
        DataRow row = new DefaultRow("r", new DoubleCell(1), new DoubleCell(2));
        assertEquals(new DefaultRow(new RowKey("r"), new DoubleCell(1), new DoubleCell(2)), row);
        assertNotEquals(new DefaultRow("s", new DoubleCell(1), new DoubleCell(2)), row);
        assertEquals("r: (1.0, 2.0)", row.toString());
        assertThrows(NullPointerException.class, () -> new DefaultRow("r", (DataCell) null));
    }

    @Test
    void images_keep_their_bytes() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        ImageIO.write(new BufferedImage(30, 20, BufferedImage.TYPE_INT_RGB), "png", bytes);
        PNGImageContent image = new PNGImageContent(bytes.toByteArray());
        DataCell cell = image.toImageCell();
        assertEquals(PNGImageContent.TYPE, cell.getType());
        assertEquals(image, ((PNGImageValue) cell).getImageContent());
        assertTrue(image.getSummary().startsWith("PNG Image 30 x 20 with "), image.getSummary());
        Exception e = assertThrows(IllegalArgumentException.class, () -> new PNGImageContent(new byte[] {1, 2, 3}));
        assertEquals("The 3 bytes are no image.", e.getMessage());
    }

    @Test
    void dates_are_ordered_and_read_as_text() {
        DataCell early = new LocalDateCell(LocalDate.of(2020, 2, 29));
        DataCell late = new LocalDateCell(LocalDate.of(2021, 1, 1));
        assertEquals(LocalDateValue.class, LocalDateCell.TYPE.getPreferredValueClass());
        assertEquals("Date", LocalDateCell.TYPE.getName());
        assertTrue(LocalDateCell.TYPE.getComparator().compare(early, late) < 0);
        assertEquals("2020-02-29", ((StringValue) early).getStringValue());
    }

    /** The names and orders of KNIME's ZonedDateTimeUtility and its like. */
    @Test
    void times_have_names_and_orders() {
        DataCell early = new ZonedDateTimeCell(ZonedDateTime.parse("2024-02-29T23:00+02:00[Europe/Athens]"));
        DataCell late = new ZonedDateTimeCell(ZonedDateTime.parse("2024-02-29T22:30+01:00[Europe/Berlin]"));
        assertEquals("Date&time (Zoned)", ZonedDateTimeCell.TYPE.getName());
        assertTrue(ZonedDateTimeCell.TYPE.getComparator().compare(early, late) < 0);
        assertEquals("2024-02-29T22:30+01:00[Europe/Berlin]", ((StringValue) late).getStringValue());
        DataCell noon = new LocalTimeCell(LocalTime.NOON);
        assertEquals("Time", LocalTimeCell.TYPE.getName());
        assertTrue(LocalTimeCell.TYPE.getComparator().compare(new LocalTimeCell(LocalTime.MIDNIGHT), noon) < 0);
        assertEquals("12:00", noon.toString());
        DataCell day = new DurationCell(Duration.ofDays(1));
        assertEquals("Duration (Time-based)", DurationCell.TYPE.getName());
        assertTrue(DurationCell.TYPE.getComparator().compare(new DurationCell(Duration.ofHours(23)), day) < 0);
        assertEquals("PT24H", day.toString());
        assertEquals("Duration (Date-based)", PeriodCell.TYPE.getName());
        assertEquals("P1Y-2M", new PeriodCell(Period.of(1, -2, 0)).toString());
        assertEquals(PeriodValue.class, PeriodCell.TYPE.getPreferredValueClass());
    }
}
