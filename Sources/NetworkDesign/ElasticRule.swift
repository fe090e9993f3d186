/// A rule that may be exceeded, so that it can be asked how far it has to give way before there is a plan: elastic programming
/// (Brown and Graves 1975; Chinneck 2008, doi:10.1007/978-0-387-74932-7).
public enum ElasticRule: Sendable, Equatable {
  /// A policy constraint, by its id. A share cannot be one: how far it is exceeded is no linear function of flows.
  case constraint(String)
  /// The limit of what goes undelivered.
  case maxUnmet
}
