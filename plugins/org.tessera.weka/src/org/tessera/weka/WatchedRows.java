package org.tessera.weka;

import java.util.ArrayList;
import org.tessera.engine.data.Matrix;
import weka.core.Attribute;
import weka.core.DenseInstance;
import weka.core.Instance;
import weka.core.Instances;

/**
 * Rows as instances that count the reads of their values for {@link Watch}, so that a cancel stops Weka's loops. Weka
 * copies instances by their own copy method as long as no value is missing, so this holds inside EM's k-means, too.
 */
final class WatchedRows {

    private WatchedRows() {}

    /** Makes instances with a numeric attribute per column. */
    static Instances of(Matrix x, Watch watch) {
        return instances(x, watch, false);
    }

    /** Makes instances with the number of the row as a further, last attribute. */
    static Instances numbered(Matrix x, Watch watch) {
        return instances(x, watch, true);
    }

    private static Instances instances(Matrix x, Watch watch, boolean numbered) {
        int d = x.columns();
        ArrayList<Attribute> attributes = new ArrayList<>();
        for (int j = 0; j < d; j++) {
            attributes.add(new Attribute("x" + j));
        }
        if (numbered) {
            attributes.add(new Attribute("row"));
        }
        Instances instances = new Instances("rows", attributes, x.rows());
        for (int i = 0; i < x.rows(); i++) {
            double[] values = new double[attributes.size()];
            System.arraycopy(x.values(), i * d, values, 0, d);
            if (numbered) {
                values[d] = i;
            }
            instances.add(new Row(values, watch));
        }
        return instances;
    }

    private static final class Row extends DenseInstance {

        private static final long serialVersionUID = 1L;

        private final transient Watch watch;

        Row(double[] values, Watch watch) {
            super(1, values);
            this.watch = watch;
        }

        private Row(Row other) {
            super(other);
            watch = other.watch;
        }

        @Override
        public Object copy() {
            Row copy = new Row(this);
            copy.m_Dataset = m_Dataset;
            return copy;
        }

        @Override
        public Instance copy(double[] values) {
            Row copy = new Row(values, watch);
            copy.m_Dataset = m_Dataset;
            return copy;
        }

        @Override
        public double value(int attribute) {
            watch.tick();
            return super.value(attribute);
        }

        @Override
        public double valueSparse(int index) {
            watch.tick();
            return super.valueSparse(index);
        }
    }
}
