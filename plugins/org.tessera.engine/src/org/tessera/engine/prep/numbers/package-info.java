/**
 * What is computed from the numbers of one column alone: their check, statistics, the power transformation of Yeo and
 * Johnson, and their texts as categories.
 */
package org.tessera.engine.prep.numbers;
