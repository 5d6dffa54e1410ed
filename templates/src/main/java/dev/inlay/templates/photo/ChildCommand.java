package dev.inlay.templates.photo;

import java.io.File;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The command line of a child: the Java and the class path of this process, a small heap, none of its environment but
 * what names the character set, and the folder for temporary files to work in.
 */
final class ChildCommand {
    /**
     * 160 MB of heap hold every sort of picture of 25 megapixels, and 192 do so with a margin; what needs more ends
     * the child. 24 of them are for what lives for one photo only: with less, each photo is moved about before it is
     * forgotten. What is free goes back to the system when the child tidies up. No dump or log of a child remains.
     */
    private static final List<String> FLAGS = List.of("-Xmx192m", "-Xms40m", "-Xmn24m", "-XX:+UseSerialGC",
            "-XX:MinHeapFreeRatio=10", "-XX:MaxHeapFreeRatio=30", "-XX:-ShrinkHeapInSteps",
            "-XX:ReservedCodeCacheSize=48m", "-XX:+ExitOnOutOfMemoryError", "-XX:+DisplayVMOutputToStderr",
            "-XX:+SuppressFatalErrorMessage", "-XX:-CreateCoredumpOnCrash", "-XX:-UsePerfData",
            "-XX:+DisableAttachMechanism", "--enable-native-access=ALL-UNNAMED", "-Djava.awt.headless=true",
            "-Dsun.awt.fontconfig=none");
    private static final Set<String> KEPT = Set.of("LANG", "LC_ALL", "LC_CTYPE", "SystemRoot");

    private ChildCommand() {
    }

    static ProcessBuilder of(List<String> main) {
        String temporary = System.getProperty("java.io.tmpdir");
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(FLAGS);
        command.add("-Djava.io.tmpdir=" + temporary);
        command.add("-cp");
        command.add(classPath());
        command.addAll(main);
        ProcessBuilder builder = new ProcessBuilder(command).directory(new File(temporary));
        builder.environment().keySet().retainAll(KEPT);
        builder.environment().put("MALLOC_ARENA_MAX", "2");
        return builder;
    }

    /** Absolute, since the child works in another folder. */
    private static String classPath() {
        return Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
                .map(entry -> Path.of(entry).toAbsolutePath().toString())
                .collect(Collectors.joining(File.pathSeparator));
    }
}
