package org.tessera.api;

/**
 * What one class says of another: that it, or a member of it, exists.
 *
 * @param from internal name of the class that refers
 * @param kind how it refers
 * @param owner internal name of the class referred to
 * @param name the member's name, empty for a class
 * @param desc the member's descriptor, empty for a class or an element of an annotation
 */
record Reference(String from, Kind kind, String owner, String name, String desc) {
    /** The ways to refer, as far as the JVM tells them apart when it links. */
    enum Kind {
        /** The class alone. */
        CLASS("class"),
        /** A field of an object. */
        FIELD("field"),
        /** A field of a class. */
        STATIC_FIELD("static field"),
        /** A method or constructor of a class. */
        METHOD("method"),
        /** A method of an interface. */
        INTERFACE_METHOD("interface method"),
        /** A static method of a class. */
        STATIC_METHOD("static method"),
        /** A static method of an interface. */
        STATIC_INTERFACE_METHOD("static interface method"),
        /** The one method of an interface that a lambda or a method reference implements. */
        LAMBDA("function"),
        /** An element of an annotation. */
        ELEMENT("annotation element");

        private final String text;

        Kind(String text) {
            this.text = text;
        }

        boolean isStatic() {
            return this == STATIC_FIELD || this == STATIC_METHOD || this == STATIC_INTERFACE_METHOD;
        }

        boolean ofInterface() {
            return this == INTERFACE_METHOD || this == STATIC_INTERFACE_METHOD || this == LAMBDA || this == ELEMENT;
        }

        boolean isField() {
            return this == FIELD || this == STATIC_FIELD;
        }
    }

    /** The words that a report starts with. */
    String text() {
        String member = kind == Kind.CLASS ? "" : "." + (kind == Kind.ELEMENT ? name : Member.key(name, desc));
        return ApiClass.sourceName(from) + " refers to " + kind.text + " " + ApiClass.sourceName(owner) + member;
    }
}
