# Writes the expected values of this folder: Rscript oracle.R
suppressMessages({library(fpc); library(diptest)})
set.seed(14)
d <- list(rnorm(60), runif(200), c(rnorm(50), rnorm(70, 4)), round(rnorm(150, sd = 3)), rexp(101), c(1, 1, 2, 2), 1:3)
con <- file("dips.csv", "w")
for (x in d) writeLines(paste(sprintf("%.17g", c(dip(x), x)), collapse = ","), con)
close(con)
x <- rbind(matrix(rnorm(160), 80), matrix(rnorm(100, 3.2), 50), cbind(rnorm(30, 4), rnorm(30, -1)))
write.table(format(x, digits = 17), "rows_160.csv", sep = ",", quote = FALSE, row.names = FALSE, col.names = FALSE)
con <- file("clusterboot.csv", "w")
for (k in 3:4) {
  r <- clusterboot(x, B = 400, bootmethod = "boot", clustermethod = kmeansCBI, krange = k, runs = 10, iter.max = 100, seed = 3, count = FALSE)
  for (s in seq_len(k))
    writeLines(paste(k, sum(r$partition == s), sprintf("%.17g", r$bootmean[s]), sprintf("%.17g", sd(r$bootresult[s, ])), sep = ","), con)
}
close(con)
others <- list(
  clusterboot(x, B = 400, bootmethod = "boot", clustermethod = hclustCBI, k = 3, cut = "number", method = "average", scaling = FALSE, seed = 3, count = FALSE),
  clusterboot(x, B = 400, bootmethod = "boot", clustermethod = dbscanCBI, eps = 0.9, MinPts = 5, seed = 3, count = FALSE))
con <- file("clusterboot_others.csv", "w")
for (m in 1:2) for (s in if (m == 1) 1:3 else 1:2)
  writeLines(paste(m, sum(others[[m]]$partition == s), sprintf("%.17g", others[[m]]$bootmean[s]), sprintf("%.17g", sd(others[[m]]$bootresult[s, ])), sep = ","), con)
close(con)
cat(R.version.string, "fpc", format(packageVersion("fpc")), "diptest", format(packageVersion("diptest")), "\n")
