package dev.inlay.server.console;

import com.microsoft.playwright.Page;
import java.util.List;

/** Measures how well the text of a page can be told from its ground (WCAG 2.2, level AA). */
public final class Contrast {
    /** Texts whose contrast is below 4.5, or below 3 where they are large. */
    private static final String SCRIPT = """
            () => {
              const channels = colour => colour.match(/[\\d.]+/g).map(Number);
              const curve = part => part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
              const linear = value => curve(value / 255);
              const light = ([r, g, b]) => 0.2126 * linear(r) + 0.7152 * linear(g) + 0.0722 * linear(b);
              const isOpaque = colour => (colour[3] ?? 1) === 1;
              const ground = element => {
                for (let at = element; at; at = at.parentElement) {
                  const colour = channels(getComputedStyle(at).backgroundColor);
                  if (isOpaque(colour)) return colour;
                }
                return [255, 255, 255];
              };
              const hasText = element => element.checkVisibility()
                && [...element.childNodes].some(node => node.nodeType === 3 && node.data.trim());
              return [...document.querySelectorAll('body *')].filter(hasText).flatMap(element => {
                const style = getComputedStyle(element);
                const [a, b] = [light(channels(style.color)), light(ground(element))].sort((x, y) => y - x);
                const ratio = (a + 0.05) / (b + 0.05);
                const size = parseFloat(style.fontSize);
                const isLarge = size >= 24 || size >= 18.66 && style.fontWeight >= 700;
                return ratio >= (isLarge ? 3 : 4.5) ? [] : [ratio.toFixed(2) + ' ' + element.textContent.trim()];
              });
            }
            """;

    private Contrast() {
    }

    /** Each with its contrast; none if all can be read. */
    @SuppressWarnings("unchecked")
    public static List<String> tooLow(Page page) {
        page.evaluate("() => Promise.all(document.getAnimations().map(one => one.finished.catch(() => null)))");
        return (List<String>) page.evaluate(SCRIPT);
    }
}
