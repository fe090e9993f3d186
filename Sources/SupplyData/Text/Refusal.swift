/// Why a text cannot stand where it stands, and what to write; the place is added by who knows it.
struct Refusal: Error, Equatable {
  var cause: String
  var cure: String
}
