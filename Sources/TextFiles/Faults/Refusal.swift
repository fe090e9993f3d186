/// Why a text or a file cannot stand where it stands, and what to do; the place is added by who knows it.
package struct Refusal: Error, Equatable {
  package var cause: String
  package var cure: String

  package init(cause: String, cure: String) {
    self.cause = cause
    self.cure = cure
  }
}
