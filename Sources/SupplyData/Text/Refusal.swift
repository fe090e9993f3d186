/// Why a text cannot stand where it stands, and what to write; the place is added by who knows it.
package struct Refusal: Error, Equatable {
  package var cause: String
  package var cure: String
}
