/// Cells that a reader may stumble over.
enum AwkwardTexts {
  /// Numbers at the ends of what a table may hold, and what only looks like a number.
  static let numbers = [
    "0", "-0", "-1", "1", "0.5", "1e-6", "1e9", "1e308", "-1e308", "1e400", "1e-320", "1e-400",
    "nan", "inf", "-inf", "0x10", "1,5", "1_000", "1.", ".5", "+1", "1e", "1e+", "--1", "52",
    "53", "9007199254740993", "9223372036854775807", "9223372036854775808", "4294967296",
    "99999999999999999999999999", "0.1e1", "٣", "９", "1 000", "1\u{A0}000", "½",
  ]

  /// Words of the format, alone and half.
  static let words = [
    "*", "**", "|", "a|", "|a", "*|*", ":", "country:", "country:*", "region:", "kind:plant",
    "kind:",
    "group:", "kind:plant|kind:plant", "open", "closed", "consider", "existing", "candidate",
    "plant", "supplier", "microfactory", "warehouse", "<=", ">=", "<", "share", "open_facilities",
    "investment", "emissions", "capacity", "lane", "tariff", "demand", "customs_union", "alliance",
    "trade_agreement", "cvar", "worst", "expected", "year-1",
  ]

  /// What is text to one program and something else to another.
  static let texts = [
    "", " ", "\t", "\"", "\"\"", "\"a", "a\"b", "'", "`", "\\", "\\n", "\u{0}", "\u{7}",
    "\u{1B}[31m", "\r",
    "\u{FEFF}", "\u{202E}abc", "\u{200B}", "e\u{301}", "é", "漢字", "🇫🇷", "\u{10FFFF}",
    "<script>alert(1)</script>",
    "=1+1", "@SUM(A1)", "../x", "/etc/passwd", "a,b", "a\nb", "a\r\nb", "null", "~", "true", "no",
    "%s%n", "{{name}}", "'; DROP TABLE plans; --", String(repeating: "a", count: 300),
    String(repeating: "\"", count: 33),
  ]

  /// Lines and values of YAML that ask much of a reader.
  static let yaml = [
    "&a", "*a", "!!str x", "!!binary aGk=", "<<: *a", "[", "]", "{", "}", "- ", "? ", "|", ">",
    "---", "...",
    "%YAML 1.1", "#", "'", "\"", "0o17", "2026-11-26", "1:30", "~", "[[[[[[[[", "{a: {b: {c: 1}}}",
    "- {id: a, years: 1}", "periods: []", "risk: {measure: cvar, level: 1}", "name: x", "\t",
    "years: 1e9", "years: 0", "years: 99999999999", "discount_rate: -1", "discount_rate: -0.999999",
    "level: 0.999999999999", "holding_rate: 1e300",
  ]
}
