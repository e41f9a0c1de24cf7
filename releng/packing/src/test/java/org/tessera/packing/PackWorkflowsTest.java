package org.tessera.packing;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;
import java.util.TimeZone;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PackWorkflowsTest {
    @TempDir
    private Path folder;

    private static void write(Path file, String text) throws IOException {
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }

    private static String node(String modelId, String place, String path) {
        return "<config><config key='model'><config key='chooser_Internals'><entry key='SettingsModelID' value='"
                + modelId
                + "'/></config><config key='path'><entry key='path' value='" + path
                + "'/><entry key='file_system_specifier' value='" + place + "'/></config></config></config>";
    }

    private Path workflow(String name) throws IOException {
        Path workflow = folder.resolve("flows").resolve(name);
        write(workflow.resolve("workflow.knime"), "<config/>");
        write(
                workflow.resolve("CSV Reader (#1)/settings.xml"),
                node("SMID_ReaderFileChooser", "knime.workflow.data", "customers.csv"));
        write(
                workflow.resolve("CSV Writer (#2)/settings.xml"),
                node("SMID_WriterFileChooser", "knime.workflow.data", "result.csv"));
        write(workflow.resolve("data/customers.csv"), "a\n1\n");
        return workflow;
    }

    private static List<String> entries(Path archive) throws IOException {
        try (ZipFile zip = new ZipFile(archive.toFile())) {
            return zip.stream().map(entry -> entry.getName()).toList();
        }
    }

    private Path pack() throws IOException {
        Path target = folder.resolve("flows/target");
        PackWorkflows.main(new String[] {folder.resolve("flows").toString(), target.toString()});
        return target;
    }

    @Test
    void an_archive_has_one_folder_named_like_the_workflow_and_its_files_in_order() throws IOException {
        workflow("first");
        assertEquals(
                List.of(
                        "first/CSV Reader (#1)/settings.xml",
                        "first/CSV Writer (#2)/settings.xml",
                        "first/data/customers.csv",
                        "first/workflow.knime"),
                entries(pack().resolve("first.knwf")));
    }

    @Test
    void workflows_of_subfolders_go_to_the_same_subfolders_and_archives_are_not_packed_again() throws IOException {
        workflow("first");
        Path group = workflow("tests/k-means");
        write(group.resolve("Metanode (#3)/workflow.knime"), "<config/>");
        pack();
        Path target = pack();
        assertTrue(Files.exists(target.resolve("tests/k-means.knwf")));
        assertEquals(2, PackWorkflows.workflows(folder.resolve("flows"), target).size());
    }

    @Test
    void what_a_run_left_is_not_packed() throws IOException {
        Path workflow = workflow("first");
        List<String> before = new WorkflowExport(workflow).names();
        for (String left : new String[] {
            "data/result.csv",
            ".savedWithData",
            ".knimeLock",
            "knime.log",
            "CSV Reader (#1)/port_1/data.zip",
            "CSV Reader (#1)/internal/data.xml",
            "CSV Reader (#1)/filestore/1/file",
            "drop/file"
        }) {
            write(workflow.resolve(left), "left");
        }
        assertEquals(before, new WorkflowExport(workflow).names());
    }

    @Test
    void files_of_the_user_are_packed_even_if_they_are_named_like_those_of_a_run() throws IOException {
        Path workflow = workflow("first");
        for (String kept : new String[] {"data/model_a.csv", "data/port_1/data.xml", "data/result.csv.txt"}) {
            write(workflow.resolve(kept), "kept");
            assertTrue(new WorkflowExport(workflow).names().contains(kept), kept);
        }
    }

    @Test
    void a_folder_that_a_writer_fills_is_a_result_and_a_file_elsewhere_is_none() throws IOException {
        Path workflow = workflow("first");
        write(
                workflow.resolve("Image Writer (#3)/settings.xml"),
                node("SMID_WriterFileChooser", "knime.workflow.data", "charts"));
        write(
                workflow.resolve("CSV Writer (#4)/settings.xml"),
                node("SMID_WriterFileChooser", "knime.mountpoint", "customers.csv"));
        write(workflow.resolve("data/charts/sizes.png"), "result");
        List<String> names = new WorkflowExport(workflow).names();
        assertTrue(names.contains("data/customers.csv"), names::toString);
        assertTrue(names.stream().noneMatch(name -> name.endsWith("sizes.png")), names::toString);
    }

    @Test
    void a_file_that_a_report_names_by_a_url_of_the_workflow_is_a_result() throws IOException {
        Path workflow = workflow("a");
        for (String url : List.of("knime://knime.workflow/data/report.html", "knime://knime.workflow/other.html")) {
            write(
                    workflow.resolve("Segmentation Report (#" + url.length() + ")/settings.xml"),
                    "<config><config key='model'><entry key='file' value='" + url + "'/></config></config>");
        }
        write(workflow.resolve("data/report.html"), "<html/>");
        write(workflow.resolve("data/other.html"), "<html/>");
        List<String> entries = entries(pack().resolve("a.knwf"));
        assertTrue(entries.contains("a/data/other.html"), entries::toString);
        assertTrue(entries.stream().noneMatch(entry -> entry.endsWith("report.html")), entries::toString);
    }

    @Test
    void the_same_files_give_the_same_bytes_at_any_time_in_any_zone() throws IOException {
        Path workflow = workflow("first");
        byte[] first = Files.readAllBytes(pack().resolve("first.knwf"));
        Files.setLastModifiedTime(workflow.resolve("workflow.knime"), FileTime.fromMillis(0));
        TimeZone zone = TimeZone.getDefault();
        try {
            TimeZone.setDefault(TimeZone.getTimeZone("Pacific/Apia"));
            assertArrayEquals(first, Files.readAllBytes(pack().resolve("first.knwf")));
        } finally {
            TimeZone.setDefault(zone);
        }
    }

    @Test
    void nothing_to_pack_is_an_error() throws IOException {
        Files.createDirectories(folder.resolve("flows"));
        assertTrue(assertThrows(IOException.class, this::pack).getMessage().contains("nothing to pack"));
    }

    @Test
    void settings_that_are_no_xml_are_named() throws IOException {
        Path settings = workflow("first").resolve("CSV Writer (#2)/settings.xml");
        write(settings, "no xml");
        assertTrue(assertThrows(IOException.class, this::pack).getMessage().contains(settings.toString()));
    }
}
