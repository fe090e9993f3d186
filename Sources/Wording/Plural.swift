/// `one` where the number is 1, else `many`.
package func plural(_ number: Int, one: String, many: String) -> String {
  number.magnitude == 1 ? one : many
}
