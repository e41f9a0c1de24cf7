package org.knime.core.node.config;

import java.util.Iterator;
import javax.swing.tree.TreeNode;
import org.knime.core.data.DataCell;
import org.knime.core.data.DataType;
import org.knime.core.data.RowKey;
import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.config.base.ConfigBaseRO;

/** Read access to settings that may also hold data cells, data types and row keys. */
public interface ConfigRO extends ConfigBaseRO, TreeNode, Iterable<String> {
    @Override
    Iterator<String> iterator();

    /**
     * Returns a nested config.
     *
     * @param key the key
     * @return the nested config
     * @throws InvalidSettingsException when the key is missing or no config
     */
    Config getConfig(String key) throws InvalidSettingsException;

    /**
     * Returns a data cell.
     *
     * @param key the key
     * @return the value, may be null
     * @throws InvalidSettingsException when the key is missing or has another type
     */
    DataCell getDataCell(String key) throws InvalidSettingsException;

    /**
     * Returns a data cell, or a default.
     *
     * @param key the key
     * @param def the default
     * @return the value, or the default when the key is missing or has another type
     */
    DataCell getDataCell(String key, DataCell def);

    /**
     * Returns an array.
     *
     * @param key the key
     * @return the array, null when a null array was stored
     * @throws InvalidSettingsException when the key is missing or an element has another type
     */
    DataCell[] getDataCellArray(String key) throws InvalidSettingsException;

    /**
     * Returns an array, or a default.
     *
     * @param key the key
     * @param def the default
     * @return the array, or the default when the key is missing or an element has another type
     */
    DataCell[] getDataCellArray(String key, DataCell... def);

    /**
     * Returns a data type.
     *
     * @param key the key
     * @return the value, may be null
     * @throws InvalidSettingsException when the key is missing or has another type
     */
    DataType getDataType(String key) throws InvalidSettingsException;

    /**
     * Returns an array.
     *
     * @param key the key
     * @return the array, null when a null array was stored
     * @throws InvalidSettingsException when the key is missing or an element has another type
     */
    DataType[] getDataTypeArray(String key) throws InvalidSettingsException;

    /**
     * Returns a row key.
     *
     * @param key the key
     * @return the value, may be null
     * @throws InvalidSettingsException when the key is missing or has another type
     */
    RowKey getRowKey(String key) throws InvalidSettingsException;

    /**
     * Returns an array.
     *
     * @param key the key
     * @return the array, null when a null array was stored
     * @throws InvalidSettingsException when the key is missing or an element has another type
     */
    RowKey[] getRowKeyArray(String key) throws InvalidSettingsException;
}
