/**
 * Segmentations as PMML 4.4 of the Data Mining Group (<a href="https://dmg.org/pmml/v4-4-1/GeneralStructure.html">dmg.org</a>):
 * the only place with {@code org.dmg.pmml} and JAXB.
 */
package org.tessera.pmml;
