package org.tessera.workbench.ui;

import com.google.gson.Gson;
import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Calls a public method of an object as a JSON-RPC 2.0 request says (https://www.jsonrpc.org/specification), with
 * parameters by position.
 */
public final class JsonRpc {

    private static final int METHOD_NOT_FOUND = -32601;
    /** KNIME's code of an exception in the method. */
    private static final int INTERNAL_ERROR = -32000;

    private static final Gson GSON = new Gson();

    private JsonRpc() {}

    /**
     * Answers a request.
     *
     * @param handler has the method
     * @param request the request
     * @return the response
     */
    public static String call(final Object handler, final String request) {
        final JsonObject call = JsonParser.parseString(request).getAsJsonObject();
        final String name = call.get("method").getAsString();
        final JsonArray params = call.has("params") ? call.getAsJsonArray("params") : new JsonArray();
        final Map<String, Object> response = new LinkedHashMap<>();
        response.put("jsonrpc", "2.0");
        response.put("id", call.get("id").getAsInt());
        final Optional<Method> method = Arrays.stream(handler.getClass().getMethods())
                .filter(m -> m.getName().equals(name) && m.getParameterCount() == params.size())
                .findFirst();
        if (method.isEmpty()) {
            response.put("error", error(METHOD_NOT_FOUND, "method not found"));
        } else {
            answer(handler, method.get(), params, response);
        }
        return Json.write(response);
    }

    private static void answer(
            final Object handler, final Method method, final JsonArray params, final Map<String, Object> response) {
        try {
            response.put("result", method.invoke(handler, arguments(method, params)));
        } catch (InvocationTargetException e) {
            response.put(
                    "error", error(INTERNAL_ERROR, String.valueOf(e.getCause().getMessage())));
        } catch (IllegalAccessException e) {
            throw new IllegalArgumentException("KNIME calls methods of public classes only", e);
        }
    }

    private static Map<String, Object> error(final int code, final String message) {
        final Map<String, Object> error = new LinkedHashMap<>();
        error.put("code", code);
        error.put("message", message);
        return error;
    }

    private static Object[] arguments(final Method method, final JsonArray params) {
        final Object[] arguments = new Object[params.size()];
        for (int i = 0; i < arguments.length; i++) {
            final JsonElement param = params.get(i);
            arguments[i] = GSON.fromJson(param, method.getGenericParameterTypes()[i]);
        }
        return arguments;
    }
}
