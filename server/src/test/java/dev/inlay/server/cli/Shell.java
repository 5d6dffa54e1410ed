package dev.inlay.server.cli;

import dev.inlay.server.ServerProcess;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Somebody who types commands in {@code folder}; {@code environment} holds their settings. */
record Shell(Path folder, Map<String, String> environment) {
    /** What a command printed, of bytes that are no text each as one character, and its exit code. */
    record Ended(int code, String out, String err) { }

    /** Runs {@code inlay} in a process of its own and waits for its end. */
    Ended run(String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(Path.of(System.getProperty("java.home"), "bin", "java")
                .toString(), "-XX:TieredStopAtLevel=1", "-cp", ServerProcess.classPath(), "dev.inlay.server.Main"));
        command.addAll(List.of(arguments));
        Path out = Files.createTempFile("inlay", ".out");
        Path err = Files.createTempFile("inlay", ".err");
        try {
            ProcessBuilder builder = new ProcessBuilder(command).directory(folder.toFile())
                    .redirectOutput(out.toFile()).redirectError(err.toFile());
            builder.environment().putAll(environment);
            int code = builder.start().waitFor();
            return new Ended(code, text(out), text(err));
        } finally {
            Files.delete(out);
            Files.delete(err);
        }
    }

    private static String text(Path file) throws IOException {
        byte[] bytes = Files.readAllBytes(file);
        try {
            return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
        } catch (CharacterCodingException e) {
            return new String(bytes, StandardCharsets.ISO_8859_1);
        }
    }
}
