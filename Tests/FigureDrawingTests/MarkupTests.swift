import FigureDrawing
import Testing

/// Texts are inert in pages.
@Suite struct MarkupTests {
  @Test func escaping() {
    #expect("a<b>&\"'".escaped == "a&lt;b&gt;&amp;&quot;&#39;")
    #expect("\"\u{301}".escaped.unicodeScalars.first == "&")
    #expect("a\u{0}b\u{1B}c\u{85}d".escaped == "a b c d")
    #expect("Zażółć 東京 🚢".escaped == "Zażółć 東京 🚢")
  }
}
