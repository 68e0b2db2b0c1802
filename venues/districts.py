"""The eighteen districts of Kraków, by number: Roman text would sort I, II, III, IV, IX, V."""

from portal.kernel.polish import roman

DISTRICTS = {
    1: "Stare Miasto",
    2: "Grzegórzki",
    3: "Prądnik Czerwony",
    4: "Prądnik Biały",
    5: "Krowodrza",
    6: "Bronowice",
    7: "Zwierzyniec",
    8: "Dębniki",
    9: "Łagiewniki-Borek Fałęcki",
    10: "Swoszowice",
    11: "Podgórze Duchackie",
    12: "Bieżanów-Prokocim",
    13: "Podgórze",
    14: "Czyżyny",
    15: "Mistrzejowice",
    16: "Bieńczyce",
    17: "Wzgórza Krzesławickie",
    18: "Nowa Huta",
}

CHOICES = [(number, f"{roman(number)} {name}") for number, name in DISTRICTS.items()]
