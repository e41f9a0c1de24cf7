package org.tessera.bench;

import com.google.gson.Gson;
import java.io.IOException;

/** The child process of Tessera: loads, runs, prints one line of JSON. */
final class TesseraSide {

    private TesseraSide() {}

    public static void main(String[] args) throws IOException {
        Gson gson = new Gson();
        Request request = gson.fromJson(args[0], Request.class);
        System.out.println(gson.toJson(Works.load(request).measure(request)));
        System.exit(0);
    }
}
