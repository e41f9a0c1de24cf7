/**
 * The report on a segmentation as one HTML file: what it holds ({@link org.tessera.charts.report.Report}) and how it is
 * written ({@link org.tessera.charts.report.ReportPage}).
 */
package org.tessera.charts.report;
