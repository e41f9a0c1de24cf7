package org.tessera.engine.store;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.tessera.engine.prep.reading.ColumnReading;
import org.tessera.engine.prep.reading.ReadingAccount;
import org.tessera.engine.prep.reading.TextFormat;
import org.tessera.engine.prep.reading.TextPattern;

/** Encodes how the texts of columns are read as JSON and decodes it. The keys are part of the file format. */
final class ReadingJson {

    private ReadingJson() {}

    /** Encodes the readings of a preparation. */
    static JsonArray write(List<ColumnReading> readings) {
        JsonArray array = new JsonArray();
        for (ColumnReading reading : readings) {
            ReadingAccount account = reading.account();
            JsonObject json = new JsonObject();
            json.addProperty("column", reading.column());
            json.addProperty("format", reading.pattern().format().name());
            json.addProperty("unit", reading.pattern().unit());
            json.addProperty("outcome", reading.outcome().name());
            json.addProperty("values", account.values());
            json.addProperty("read", account.read());
            json.add("missing", texts(account.missing()));
            json.add("unread", texts(account.unread()));
            json.addProperty("firstUnread", account.firstUnread());
            json.addProperty("sample", account.sample());
            array.add(json);
        }
        return array;
    }

    private static JsonObject texts(ReadingAccount.Texts texts) {
        JsonObject json = new JsonObject();
        json.addProperty("rows", texts.rows());
        json.addProperty("distinct", texts.distinct());
        json.add("examples", Fields.list(texts.examples()));
        return json;
    }

    /** Decodes the readings of a preparation; none if it was stored before there were any. */
    static List<ColumnReading> read(Fields preparation) throws IOException {
        List<ColumnReading> readings = new ArrayList<>();
        if (preparation.has("readings")) {
            for (Fields json : preparation.objects("readings")) {
                readings.add(reading(json));
            }
        }
        return readings;
    }

    private static ColumnReading reading(Fields json) throws IOException {
        try {
            return new ColumnReading(
                    json.text("column"),
                    new TextPattern(json.constant("format", TextFormat.class), json.text("unit")),
                    json.constant("outcome", ColumnReading.Outcome.class),
                    new ReadingAccount(
                            json.count("values"),
                            json.count("read"),
                            texts(json.object("missing")),
                            texts(json.object("unread")),
                            (int) json.wholeNumber("firstUnread", -1, Integer.MAX_VALUE),
                            json.has("sample") ? json.text("sample") : ""));
        } catch (IllegalArgumentException e) {
            throw new IOException("Stored preparation is damaged: " + e.getMessage() + ".", e);
        }
    }

    private static ReadingAccount.Texts texts(Fields json) throws IOException {
        return new ReadingAccount.Texts(json.count("rows"), json.count("distinct"), json.texts("examples"));
    }
}
