/**
 * From a table of customers to a feature matrix: {@link org.tessera.engine.prep.Preparer} fits column selection,
 * imputation, encoding and scaling, {@link org.tessera.engine.prep.Preparation} is the fitted transformation that
 * repeats them on new rows and reports what training did not cover; {@link org.tessera.engine.prep.PreparationTotals} fits it
 * to more customers than memory holds.
 */
package org.tessera.engine.prep;
