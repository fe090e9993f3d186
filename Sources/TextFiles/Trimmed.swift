/// The text without blanks and tabs around it.
@inlinable package func trimmed(_ text: some StringProtocol) -> String {
  var text = Substring(text)
  while text.first == " " || text.first == "\t" { text.removeFirst() }
  while text.last == " " || text.last == "\t" { text.removeLast() }
  return String(text)
}
