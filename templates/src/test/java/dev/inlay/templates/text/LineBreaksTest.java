package dev.inlay.templates.text;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Locale;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LineBreaksTest {
    @ParameterizedTest
    @CsvSource(delimiter = ';', value = {
        "en; Lamp with 12.50\u00A0€ (new); Lamp |with |12.50\u00A0€ |(new)|",
        "en; โคมไฟตั้งโต๊ะ Mira 2; โคม|ไฟ|ตั้งโต๊ะ |Mira |2|",
        "th; โคมไฟตั้งโต๊ะ; โคม|ไฟ|ตั้งโต๊ะ|",
        "en; 暖かい「真鍮」、ベース。; 暖|か|い|「真|鍮」、|ベー|ス。|",
        "ja; キャット（大）！; キャッ|ト|（大）！|",
        "zh; 黄铜（暖光），附灯罩; 黄|铜|（暖|光），|附|灯|罩|",
        "ko; 탁상용 램프 빛; 탁상용 |램프 |빛|",
    })
    void linesEndWhereTheScriptAllows(String language, String text, String parts) {
        LineBreaks breaks = new LineBreaks(text, Locale.forLanguageTag(language));
        StringBuilder found = new StringBuilder();
        for (int i = 0; i < text.length(); i++) {
            found.append(text.charAt(i)).append(breaks.isEnd(i + 1) ? "|" : "");
        }

        assertEquals(parts, found.toString());
    }
}
