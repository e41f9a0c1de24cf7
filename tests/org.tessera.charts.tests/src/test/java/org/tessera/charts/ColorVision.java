package org.tessera.charts;

import java.awt.Color;

/**
 * How people see colors: the model of Machado, Oliveira and Fernandes (2009), A physiologically-based model for simulation
 * of color vision deficiency, doi:10.1109/TVCG.2009.113, at severity 1, in linear RGB; and the CIEDE2000 difference, by
 * Sharma, Wu and Dalal (2005), doi:10.1002/col.20070.
 */
enum ColorVision {
    NORMAL(1, 0, 0, 0, 1, 0, 0, 0, 1),
    PROTANOPIA(0.152286, 1.052583, -0.204868, 0.114503, 0.786281, 0.099216, -0.003882, -0.048116, 1.051998),
    DEUTERANOPIA(0.367322, 0.860646, -0.227968, 0.280085, 0.672501, 0.047413, -0.011820, 0.042940, 0.968881),
    TRITANOPIA(1.255528, -0.076749, -0.178779, -0.078411, 0.930809, 0.147602, 0.004733, 0.691367, 0.303900);

    private static final double[] TO_XYZ = {
        0.4124564, 0.3575761, 0.1804375, 0.2126729, 0.7151522, 0.0721750, 0.0193339, 0.1191920, 0.9503041
    };
    private static final double[] WHITE = {0.95047, 1, 1.08883};

    private final double[] matrix;

    ColorVision(double... matrix) {
        this.matrix = matrix;
    }

    /** The difference of two colors as they are seen. */
    double difference(Color a, Color b) {
        return ciede2000(lab(a), lab(b));
    }

    private double[] lab(Color color) {
        double[] linear = {linear(color.getRed()), linear(color.getGreen()), linear(color.getBlue())};
        double[] seen = times(matrix, linear);
        for (int c = 0; c < 3; c++) {
            seen[c] = Math.max(0, Math.min(1, seen[c]));
        }
        double[] xyz = times(TO_XYZ, seen);
        double[] f = new double[3];
        for (int c = 0; c < 3; c++) {
            double t = xyz[c] / WHITE[c];
            f[c] = t > 216.0 / 24389 ? Math.cbrt(t) : (24389.0 / 27 * t + 16) / 116;
        }
        return new double[] {116 * f[1] - 16, 500 * (f[0] - f[1]), 200 * (f[1] - f[2])};
    }

    private static double[] times(double[] matrix, double[] v) {
        double[] product = new double[3];
        for (int r = 0; r < 3; r++) {
            product[r] = matrix[3 * r] * v[0] + matrix[3 * r + 1] * v[1] + matrix[3 * r + 2] * v[2];
        }
        return product;
    }

    private static double linear(int channel) {
        double value = channel / 255.0;
        return value <= 0.04045 ? value / 12.92 : Math.pow((value + 0.055) / 1.055, 2.4);
    }

    /** The CIEDE2000 difference of two colors in L*a*b*. */
    static double ciede2000(double[] one, double[] two) {
        double meanChroma = (Math.hypot(one[1], one[2]) + Math.hypot(two[1], two[2])) / 2;
        double g = 1.5 - 0.5 * Math.sqrt(share(meanChroma));
        double chroma1 = Math.hypot(g * one[1], one[2]);
        double chroma2 = Math.hypot(g * two[1], two[2]);
        double hue1 = hue(g * one[1], one[2]);
        double hue2 = hue(g * two[1], two[2]);
        double turn = chroma1 * chroma2 == 0 ? 0 : hue2 - hue1;
        turn = turn > 180 ? turn - 360 : turn < -180 ? turn + 360 : turn;
        double hueDifference = 2 * Math.sqrt(chroma1 * chroma2) * sin(turn / 2);
        double hue = hue1 + turn / 2;
        if (chroma1 * chroma2 == 0) {
            hue = hue1 + hue2;
        }
        double lightness = (one[0] + two[0]) / 2 - 50;
        double chroma = (chroma1 + chroma2) / 2;
        double t = 1 - 0.17 * cos(hue - 30) + 0.24 * cos(2 * hue) + 0.32 * cos(3 * hue + 6) - 0.2 * cos(4 * hue - 63);
        double normal = ((hue % 360 + 360) % 360 - 275) / 25;
        double rotation = -sin(60 * Math.exp(-normal * normal)) * 2 * Math.sqrt(share(chroma));
        double l = (two[0] - one[0]) / (1 + 0.015 * lightness * lightness / Math.sqrt(20 + lightness * lightness));
        double c = (chroma2 - chroma1) / (1 + 0.045 * chroma);
        double h = hueDifference / (1 + 0.015 * chroma * t);
        return Math.sqrt(l * l + c * c + h * h + rotation * c * h);
    }

    private static double share(double chroma) {
        double power = Math.pow(chroma, 7);
        return power / (power + Math.pow(25, 7));
    }

    private static double hue(double a, double b) {
        double degrees = Math.toDegrees(Math.atan2(b, a));
        return degrees < 0 ? degrees + 360 : degrees;
    }

    private static double sin(double degrees) {
        return Math.sin(Math.toRadians(degrees));
    }

    private static double cos(double degrees) {
        return Math.cos(Math.toRadians(degrees));
    }
}
