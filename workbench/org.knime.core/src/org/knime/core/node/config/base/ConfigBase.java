package org.knime.core.node.config.base;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Collections;
import java.util.Enumeration;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import javax.swing.tree.TreeNode;
import org.knime.core.node.InvalidSettingsException;
import org.xml.sax.SAXException;

/**
 * A tree of settings: keys in insertion order, each with a typed entry or a nested config. It reads and writes KNIME's
 * XML layout. Not safe for use by several threads.
 */
public abstract class ConfigBase extends AbstractConfigEntry implements ConfigBaseRO, ConfigBaseWO {
    private static final long serialVersionUID = 1L;

    private static final String ARRAY_SIZE = "array-size";

    private final LinkedHashMap<String, AbstractConfigEntry> entries = new LinkedHashMap<>();

    /**
     * Creates an empty config.
     *
     * @param key its key, not null
     */
    public ConfigBase(final String key) {
        super(ConfigEntries.config, key);
    }

    /**
     * Creates an empty config of this config's own class, for {@link #addConfigBase(String)}.
     *
     * @param key its key, not null
     * @return the new config, not yet added
     */
    public abstract ConfigBase getInstance(String key);

    /**
     * Adds an entry under its own key, replacing what was there.
     *
     * @param entry the entry
     */
    protected void put(final AbstractConfigEntry entry) {
        entries.put(entry.getKey(), entry);
        entry.setParent(this);
    }

    /**
     * Returns an entry or nested config.
     *
     * @param key the key
     * @return the entry, null when missing
     */
    protected AbstractConfigEntry get(final String key) {
        return entries.get(key);
    }

    /**
     * Returns an entry or nested config.
     *
     * @param key the key
     * @return the entry, null when missing
     */
    public AbstractConfigEntry getEntry(final String key) {
        return entries.get(key);
    }

    /**
     * Adds an entry under its own key, replacing what was there.
     *
     * @param entry the entry
     */
    public void addEntry(final AbstractConfigEntry entry) {
        put(entry);
    }

    @Override
    public final ConfigBase addConfigBase(final String key) {
        final ConfigBase config = getInstance(key);
        put(config);
        return config;
    }

    /**
     * Adds a config of the same class under its own key.
     *
     * @param config what to add
     * @throws IllegalArgumentException when the classes differ
     */
    protected final void addConfigBase(final ConfigBase config) {
        if (getClass() != config.getClass()) {
            throw new IllegalArgumentException("A " + getClass().getName() + " cannot hold a "
                    + config.getClass().getName());
        }
        put(config);
    }

    @Override
    public final ConfigBase getConfigBase(final String key) throws InvalidSettingsException {
        return require(key, ConfigBase.class, "ConfigBase");
    }

    /**
     * Removes an entry or nested config.
     *
     * @param key the key
     * @return what was removed, null when missing
     */
    public final AbstractConfigEntry removeConfig(final String key) {
        return entries.remove(key);
    }

    @Override
    public Set<String> keySet() {
        return Collections.unmodifiableSet(entries.keySet());
    }

    @Override
    public final Iterator<String> iterator() {
        return keySet().iterator();
    }

    @Override
    public boolean containsKey(final String key) {
        return entries.containsKey(key);
    }

    @Override
    public boolean hasIdenticalValue(final AbstractConfigEntry other) {
        final Map<String, AbstractConfigEntry> others = ((ConfigBase) other).entries;
        return entries.size() == others.size()
                && entries.entrySet().stream()
                        .allMatch(e ->
                                others.containsKey(e.getKey()) && e.getValue().isIdentical(others.get(e.getKey())));
    }

    @Override
    public void copyTo(final ConfigBaseWO dest) {
        if (!(dest instanceof ConfigBase target)) {
            throw new ClassCastException("Settings can be copied into a ConfigBase only, not into "
                    + (dest == null ? null : dest.getClass().getName()));
        }
        for (final AbstractConfigEntry entry : entries.values()) {
            if (entry instanceof ConfigBase nested) {
                nested.copyTo(target.addConfigBase(nested.getKey()));
            } else {
                target.addEntry(entry);
            }
        }
    }

    @Override
    public final void saveToXML(final OutputStream os) throws IOException {
        XMLConfig.save(this, os);
    }

    /**
     * Reads entries from XML into this config, taking over the file's key, and closes the stream.
     *
     * @param is the XML
     * @throws IOException when reading fails or the XML is not a config
     */
    public void load(final InputStream is) throws IOException {
        try (is) {
            XMLConfig.load(this, is);
        } catch (SAXException | javax.xml.parsers.ParserConfigurationException e) {
            throw new IOException(e.getMessage(), e);
        }
    }

    /**
     * Reads XML into a config and closes the stream.
     *
     * @param config where to add
     * @param in the XML
     * @return the config
     * @throws IOException when reading fails or the XML is not a config
     */
    protected static ConfigBase loadFromXML(final ConfigBase config, final InputStream in) throws IOException {
        config.load(in);
        return config;
    }

    @Override
    public final String toStringValue() {
        return getKey();
    }

    @Override
    public String toString() {
        return getKey();
    }

    /**
     * Appends the tree as text, one entry per line.
     *
     * @param buf where to append
     */
    public final void toString(final StringBuffer buf) {
        appendTo(buf, 0);
    }

    private void appendTo(final StringBuffer buf, final int depth) {
        for (final AbstractConfigEntry entry : entries.values()) {
            buf.append("  ".repeat(depth)).append("key=").append(entry.getKey());
            buf.append(",type=").append(entry.getType());
            if (entry instanceof ConfigBase nested) {
                buf.append(":\n");
                nested.appendTo(buf, depth + 1);
            } else {
                buf.append("->").append(entry.toStringValue()).append('\n');
            }
        }
    }

    @Override
    public TreeNode getChildAt(final int index) {
        return entries.values().stream().skip(index).findFirst().orElseThrow();
    }

    @Override
    public int getChildCount() {
        return entries.size();
    }

    @Override
    public int getIndex(final TreeNode node) {
        return java.util.List.copyOf(entries.values()).indexOf(node);
    }

    @Override
    public final boolean isLeaf() {
        return entries.isEmpty();
    }

    @Override
    public final Enumeration<TreeNode> children() {
        return Collections.enumeration(java.util.List.<TreeNode>copyOf(entries.values()));
    }

    @Override
    public void addTransientString(final String key, final String value) {
        put(new ConfigTransientStringEntry(key, value));
    }

    @Override
    public String getTransientString(final String key) {
        return entries.get(key) instanceof ConfigTransientStringEntry entry ? entry.getTransientString() : null;
    }

    private <E extends AbstractConfigEntry> E require(final String key, final Class<E> type, final String name)
            throws InvalidSettingsException {
        final AbstractConfigEntry entry = entries.get(key);
        if (!type.isInstance(entry)) {
            throw new InvalidSettingsException(name + " for key \"" + key + "\" not found.");
        }
        return type.cast(entry);
    }

    private ConfigBase addArray(final String key, final int size) {
        final ConfigBase array = addConfigBase(key);
        if (size >= 0) {
            array.addInt(ARRAY_SIZE, size);
        }
        return array;
    }

    /** A size in a file that its elements do not bear out is refused before an array of it exhausts the memory. */
    private int arraySize() throws InvalidSettingsException {
        if (!entries.containsKey(ARRAY_SIZE)) {
            return -1;
        }
        final int size = getInt(ARRAY_SIZE);
        final int most = entries.size() - 1;
        if (size < 0 || size > most) {
            throw new InvalidSettingsException("Array \"" + getKey() + "\" has size " + size + ", but "
                    + (most == 0 ? "no element" : most == 1 ? "1 element" : most + " elements") + ".");
        }
        return size;
    }

    @Override
    public void addInt(final String key, final int value) {
        put(new ConfigIntEntry(key, value));
    }

    @Override
    public int getInt(final String key) throws InvalidSettingsException {
        return require(key, ConfigIntEntry.class, "Int").getInt();
    }

    @Override
    public int getInt(final String key, final int def) {
        return entries.get(key) instanceof ConfigIntEntry entry ? entry.getInt() : def;
    }

    @Override
    public void addIntArray(final String key, final int... values) {
        final ConfigBase array = addArray(key, values == null ? -1 : values.length);
        for (int i = 0; values != null && i < values.length; i++) {
            array.addInt(Integer.toString(i), values[i]);
        }
    }

    @Override
    public int[] getIntArray(final String key) throws InvalidSettingsException {
        final ConfigBase array = getConfigBase(key);
        final int size = array.arraySize();
        if (size < 0) {
            return null;
        }
        final int[] values = new int[size];
        for (int i = 0; i < size; i++) {
            values[i] = array.getInt(Integer.toString(i));
        }
        return values;
    }

    @Override
    public int[] getIntArray(final String key, final int... def) {
        try {
            return getIntArray(key);
        } catch (InvalidSettingsException e) {
            return def;
        }
    }

    @Override
    public void addDouble(final String key, final double value) {
        put(new ConfigDoubleEntry(key, value));
    }

    @Override
    public double getDouble(final String key) throws InvalidSettingsException {
        return require(key, ConfigDoubleEntry.class, "Double").getDouble();
    }

    @Override
    public double getDouble(final String key, final double def) {
        return entries.get(key) instanceof ConfigDoubleEntry entry ? entry.getDouble() : def;
    }

    @Override
    public void addDoubleArray(final String key, final double... values) {
        final ConfigBase array = addArray(key, values == null ? -1 : values.length);
        for (int i = 0; values != null && i < values.length; i++) {
            array.addDouble(Integer.toString(i), values[i]);
        }
    }

    @Override
    public double[] getDoubleArray(final String key) throws InvalidSettingsException {
        final ConfigBase array = getConfigBase(key);
        final int size = array.arraySize();
        if (size < 0) {
            return null;
        }
        final double[] values = new double[size];
        for (int i = 0; i < size; i++) {
            values[i] = array.getDouble(Integer.toString(i));
        }
        return values;
    }

    @Override
    public double[] getDoubleArray(final String key, final double... def) {
        try {
            return getDoubleArray(key);
        } catch (InvalidSettingsException e) {
            return def;
        }
    }

    @Override
    public void addFloat(final String key, final float value) {
        put(new ConfigFloatEntry(key, value));
    }

    @Override
    public float getFloat(final String key) throws InvalidSettingsException {
        return require(key, ConfigFloatEntry.class, "Float").getFloat();
    }

    @Override
    public float getFloat(final String key, final float def) {
        return entries.get(key) instanceof ConfigFloatEntry entry ? entry.getFloat() : def;
    }

    @Override
    public void addFloatArray(final String key, final float... values) {
        final ConfigBase array = addArray(key, values == null ? -1 : values.length);
        for (int i = 0; values != null && i < values.length; i++) {
            array.addFloat(Integer.toString(i), values[i]);
        }
    }

    @Override
    public float[] getFloatArray(final String key) throws InvalidSettingsException {
        final ConfigBase array = getConfigBase(key);
        final int size = array.arraySize();
        if (size < 0) {
            return null;
        }
        final float[] values = new float[size];
        for (int i = 0; i < size; i++) {
            values[i] = array.getFloat(Integer.toString(i));
        }
        return values;
    }

    @Override
    public float[] getFloatArray(final String key, final float... def) {
        try {
            return getFloatArray(key);
        } catch (InvalidSettingsException e) {
            return def;
        }
    }

    @Override
    public void addChar(final String key, final char value) {
        put(new ConfigCharEntry(key, value));
    }

    @Override
    public char getChar(final String key) throws InvalidSettingsException {
        return require(key, ConfigCharEntry.class, "Char").getChar();
    }

    @Override
    public char getChar(final String key, final char def) {
        return entries.get(key) instanceof ConfigCharEntry entry ? entry.getChar() : def;
    }

    @Override
    public void addCharArray(final String key, final char... values) {
        final ConfigBase array = addArray(key, values == null ? -1 : values.length);
        for (int i = 0; values != null && i < values.length; i++) {
            array.addChar(Integer.toString(i), values[i]);
        }
    }

    @Override
    public char[] getCharArray(final String key) throws InvalidSettingsException {
        final ConfigBase array = getConfigBase(key);
        final int size = array.arraySize();
        if (size < 0) {
            return null;
        }
        final char[] values = new char[size];
        for (int i = 0; i < size; i++) {
            values[i] = array.getChar(Integer.toString(i));
        }
        return values;
    }

    @Override
    public char[] getCharArray(final String key, final char... def) {
        try {
            return getCharArray(key);
        } catch (InvalidSettingsException e) {
            return def;
        }
    }

    @Override
    public void addShort(final String key, final short value) {
        put(new ConfigShortEntry(key, value));
    }

    @Override
    public short getShort(final String key) throws InvalidSettingsException {
        return require(key, ConfigShortEntry.class, "Short").getShort();
    }

    @Override
    public short getShort(final String key, final short def) {
        return entries.get(key) instanceof ConfigShortEntry entry ? entry.getShort() : def;
    }

    @Override
    public void addShortArray(final String key, final short... values) {
        final ConfigBase array = addArray(key, values == null ? -1 : values.length);
        for (int i = 0; values != null && i < values.length; i++) {
            array.addShort(Integer.toString(i), values[i]);
        }
    }

    @Override
    public short[] getShortArray(final String key) throws InvalidSettingsException {
        final ConfigBase array = getConfigBase(key);
        final int size = array.arraySize();
        if (size < 0) {
            return null;
        }
        final short[] values = new short[size];
        for (int i = 0; i < size; i++) {
            values[i] = array.getShort(Integer.toString(i));
        }
        return values;
    }

    @Override
    public short[] getShortArray(final String key, final short... def) {
        try {
            return getShortArray(key);
        } catch (InvalidSettingsException e) {
            return def;
        }
    }

    @Override
    public void addLong(final String key, final long value) {
        put(new ConfigLongEntry(key, value));
    }

    @Override
    public long getLong(final String key) throws InvalidSettingsException {
        return require(key, ConfigLongEntry.class, "Long").getLong();
    }

    @Override
    public long getLong(final String key, final long def) {
        return entries.get(key) instanceof ConfigLongEntry entry ? entry.getLong() : def;
    }

    @Override
    public void addLongArray(final String key, final long... values) {
        final ConfigBase array = addArray(key, values == null ? -1 : values.length);
        for (int i = 0; values != null && i < values.length; i++) {
            array.addLong(Integer.toString(i), values[i]);
        }
    }

    @Override
    public long[] getLongArray(final String key) throws InvalidSettingsException {
        final ConfigBase array = getConfigBase(key);
        final int size = array.arraySize();
        if (size < 0) {
            return null;
        }
        final long[] values = new long[size];
        for (int i = 0; i < size; i++) {
            values[i] = array.getLong(Integer.toString(i));
        }
        return values;
    }

    @Override
    public long[] getLongArray(final String key, final long... def) {
        try {
            return getLongArray(key);
        } catch (InvalidSettingsException e) {
            return def;
        }
    }

    @Override
    public void addByte(final String key, final byte value) {
        put(new ConfigByteEntry(key, value));
    }

    @Override
    public byte getByte(final String key) throws InvalidSettingsException {
        return require(key, ConfigByteEntry.class, "Byte").getByte();
    }

    @Override
    public byte getByte(final String key, final byte def) {
        return entries.get(key) instanceof ConfigByteEntry entry ? entry.getByte() : def;
    }

    @Override
    public void addByteArray(final String key, final byte... values) {
        final ConfigBase array = addArray(key, values == null ? -1 : values.length);
        for (int i = 0; values != null && i < values.length; i++) {
            array.addByte(Integer.toString(i), values[i]);
        }
    }

    @Override
    public byte[] getByteArray(final String key) throws InvalidSettingsException {
        final ConfigBase array = getConfigBase(key);
        final int size = array.arraySize();
        if (size < 0) {
            return null;
        }
        final byte[] values = new byte[size];
        for (int i = 0; i < size; i++) {
            values[i] = array.getByte(Integer.toString(i));
        }
        return values;
    }

    @Override
    public byte[] getByteArray(final String key, final byte... def) {
        try {
            return getByteArray(key);
        } catch (InvalidSettingsException e) {
            return def;
        }
    }

    @Override
    public void addString(final String key, final String value) {
        put(new ConfigStringEntry(key, value));
    }

    @Override
    public String getString(final String key) throws InvalidSettingsException {
        return require(key, ConfigStringEntry.class, "String").getString();
    }

    @Override
    public String getString(final String key, final String def) {
        return entries.get(key) instanceof ConfigStringEntry entry ? entry.getString() : def;
    }

    @Override
    public void addStringArray(final String key, final String... values) {
        final ConfigBase array = addArray(key, values == null ? -1 : values.length);
        for (int i = 0; values != null && i < values.length; i++) {
            array.addString(Integer.toString(i), values[i]);
        }
    }

    @Override
    public String[] getStringArray(final String key) throws InvalidSettingsException {
        final ConfigBase array = getConfigBase(key);
        final int size = array.arraySize();
        if (size < 0) {
            return null;
        }
        final String[] values = new String[size];
        for (int i = 0; i < size; i++) {
            values[i] = array.getString(Integer.toString(i));
        }
        return values;
    }

    @Override
    public String[] getStringArray(final String key, final String... def) {
        try {
            return getStringArray(key);
        } catch (InvalidSettingsException e) {
            return def;
        }
    }

    @Override
    public void addBoolean(final String key, final boolean value) {
        put(new ConfigBooleanEntry(key, value));
    }

    @Override
    public boolean getBoolean(final String key) throws InvalidSettingsException {
        return require(key, ConfigBooleanEntry.class, "Boolean").getBoolean();
    }

    @Override
    public boolean getBoolean(final String key, final boolean def) {
        return entries.get(key) instanceof ConfigBooleanEntry entry ? entry.getBoolean() : def;
    }

    @Override
    public void addBooleanArray(final String key, final boolean... values) {
        final ConfigBase array = addArray(key, values == null ? -1 : values.length);
        for (int i = 0; values != null && i < values.length; i++) {
            array.addBoolean(Integer.toString(i), values[i]);
        }
    }

    @Override
    public boolean[] getBooleanArray(final String key) throws InvalidSettingsException {
        final ConfigBase array = getConfigBase(key);
        final int size = array.arraySize();
        if (size < 0) {
            return null;
        }
        final boolean[] values = new boolean[size];
        for (int i = 0; i < size; i++) {
            values[i] = array.getBoolean(Integer.toString(i));
        }
        return values;
    }

    @Override
    public boolean[] getBooleanArray(final String key, final boolean... def) {
        try {
            return getBooleanArray(key);
        } catch (InvalidSettingsException e) {
            return def;
        }
    }
}
