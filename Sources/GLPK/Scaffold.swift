// GLPK
