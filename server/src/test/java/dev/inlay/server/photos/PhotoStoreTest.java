package dev.inlay.server.photos;

import static org.assertj.core.api.Assertions.assertThat;

import dev.inlay.templates.photo.Photo;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PhotoStoreTest {
    @TempDir
    Path folder;

    @Test
    void photoIsFoundByItsHashAfterARestart() throws IOException {
        String hash = new PhotoStore(folder).store(photo(0xFF0000));

        Photo found = new PhotoStore(folder).find(hash).orElseThrow();

        assertThat(found.image().getRGB(2, 2)).isEqualTo(0xFFFF0000);
        assertThat(folder.resolve("photos").resolve(hash.substring(0, 2)).resolve(hash + ".png")).exists();
    }

    @Test
    void equalPhotosShareAFile() throws IOException {
        PhotoStore store = new PhotoStore(folder);

        assertThat(store.store(photo(1))).isEqualTo(store.store(photo(1))).isNotEqualTo(store.store(photo(2)));
        assertThat(files()).hasSize(2);
    }

    @Test
    void garbledFileIsAbsentAndDeletedAndWrittenAnew() throws IOException {
        String hash = new PhotoStore(folder).store(photo(1));
        Files.writeString(files().getFirst(), "garbled");

        PhotoStore store = new PhotoStore(folder);

        assertThat(store.find(hash)).isEmpty();
        assertThat(files()).isEmpty();
        assertThat(store.store(photo(1))).isEqualTo(hash);
        assertThat(store.find(hash)).isPresent();
    }

    @Test
    void linkInPlaceOfAFileIsNotFollowed() throws IOException {
        String hash = new PhotoStore(folder).store(photo(1));
        Path elsewhere = Files.move(files().getFirst(), folder.resolve("elsewhere.png"));
        Files.createSymbolicLink(folder.resolve("photos").resolve(hash.substring(0, 2)).resolve(hash + ".png"),
                elsewhere);

        assertThat(new PhotoStore(folder).find(hash)).isEmpty();
        assertThat(elsewhere).exists();
    }

    @Test
    void whatIsNoHashIsNeverLookedFor() {
        assertThat(new PhotoStore(folder).find("../../etc/passwd")).isEmpty();
        assertThat(new PhotoStore(folder).find("")).isEmpty();
    }

    private List<Path> files() throws IOException {
        try (Stream<Path> files = Files.walk(folder.resolve("photos"))) {
            return files.filter(Files::isRegularFile).toList();
        }
    }

    private static Photo photo(int rgb) {
        BufferedImage image = new BufferedImage(4, 4, BufferedImage.TYPE_INT_RGB);
        image.setRGB(2, 2, rgb);
        return new Photo(image);
    }
}
