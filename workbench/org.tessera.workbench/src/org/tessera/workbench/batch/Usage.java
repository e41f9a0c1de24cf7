package org.tessera.workbench.batch;

/** The help text of the batch application. */
final class Usage {
    static final String TEXT = """
            Runs a KNIME workflow without KNIME.

            Usage: batch -workflowDir=<directory> | -workflowFile=<file.knwf> [arguments]
                   batch -assign -model=<file> -in=<customers.csv> -out=<file.csv> [arguments]
                   batch -pmml -model=<file> -out=<file.pmml> [arguments]

            Every argument is one token; quote it for the shell when it holds spaces.
              -workflowDir=DIR      workflow directory to run
              -workflowFile=FILE    workflow archive (.knwf or .zip) to run; it is unpacked to a temporary folder
              -destDir=DIR          copy the workflow to DIR and run the copy, so that DIR/data holds the results
              -destFile=FILE        run a copy and pack it, with its results, into the archive FILE
              -assign               give the customers of the file -in= the segments of the model file -model=, and write
                                    them to -out=; the Segment Assigner has the ID 3 for -option=
              -pmml                 write the segmentation of the model file -model= as PMML 4.4 to -out=
              -option=ID,KEY,VALUE,TYPE
                                    set a node's setting for this run: ID is the node's number, KEY the path below
                                    'model' with slashes (k, advanced/seed), TYPE one of String, int, long, double,
                                    float, short, byte, boolean, char; more elements of an array (names/3) after its
                                    size (names/array-size)
              -workflow.variable=NAME,VALUE,TYPE
                                    set a workflow variable; TYPE is String, int or double
              -showTable=FILE[;COLUMN...]
                                    after the run show this CSV file of the workflow (data/result.csv) as a table, long
                                    texts cut; with columns only these, in this order and with their texts in full
              -noexecute            load and configure only
              -roundTrips           for authors of nodes: write everything that passes between nodes to bytes and read
                                    it back, save every node after its execution, open it again, and show its view
              -debug                show stack traces
              -help                 show this text

            Accepted for KNIME's scripts:
              -reset                nodes always start anew: results saved in the workflow are never used
              -nosave               the workflow's directory is never changed, except for the files its own writer
                                    nodes write; use -destDir= or -destFile= to keep even those out of it
              -failonloaderror      load errors always stop the run
              -preferences=FILE, -credential=NAME[;LOGIN[;PASSWORD]], -masterkey, -updateLinks, -nosplash,
              -consoleLog, -noexit, -application ID, -data DIR, -vmargs ...
                                    accepted without effect; arguments for Java stand in TESSERA_VMARGS

            Exit codes: 0 success, 2 wrong arguments, 3 the workflow cannot be loaded, 4 execution failed or canceled.
            """;

    private Usage() {}
}
