"""First names that are common in Poland, in all their cases: to tell people from organizations.

Names that are mostly something else in this city's texts („Róża”, „Maj”) are left out.
"""

FEMALE = (
    "Agata Agnieszka Aleksandra Alicja Amelia Aneta Anna Antonina Barbara Beata Bożena Bronisława "
    "Cecylia Celina Danuta Dominika Dorota Edyta Elżbieta Emilia Ewa Ewelina Gabriela Genowefa "
    "Grażyna Halina Hanna Helena Ilona Irena Iwona Izabela Jadwiga Janina Joanna Jolanta Julia "
    "Justyna Kamila Karolina Katarzyna Kinga Klaudia Krystyna Laura Lena Lidia Liliana Lucyna "
    "Magdalena Maja Małgorzata Maria Marianna Mariola Marlena Marta Martyna Marzena Michalina "
    "Milena Monika Natalia Nina Ola Olga Oliwia Patrycja Paulina Regina Renata Roksana Sabina "
    "Sandra Stanisława Stefania Sylwia Tamara Teresa Urszula Wanda Weronika Wiesława Wiktoria "
    "Wioletta Zofia Zuzanna Żaneta Oksana Olena Tetiana Iryna Switłana Natalija"
)
MALE = (
    "Adam Adrian Albert Aleksander Aleksy Andrzej Antoni Arkadiusz Artur Bartłomiej Bartosz "
    "Bogdan Bogusław Cezary Czesław Damian Daniel Dariusz Dawid Dominik Edward Emil Eryk Eugeniusz "
    "Filip Franciszek Gabriel Grzegorz Gustaw Henryk Hubert Ignacy Igor Ireneusz Jacek Jakub Jan "
    "Janusz Jarosław Jerzy Józef Julian Kamil Karol Kazimierz Konrad Krystian Krzysztof Lech "
    "Leszek Ludwik Łukasz Maciej Maksymilian Marcel Marcin Marek Marian Mariusz Mateusz Michał "
    "Mieczysław Mikołaj Miłosz Mirosław Norbert Oskar Patryk Paweł Piotr Przemysław Radosław Rafał "
    "Robert Roman Ryszard Sebastian Sławomir Stanisław Stefan Szymon Tadeusz Tomasz Wacław "
    "Waldemar Wiesław Wiktor Witold Władysław Włodzimierz Wojciech Zbigniew Zdzisław Zenon Zygmunt "
    "Ołeksandr Serhij Iwan Wołodymyr Dmytro"
)


def _of_a_woman(name: str) -> set[str]:
    """„Anna”: Anny, Annie, Annę, Anną; „Julia”: Julii, Julię; „Agnieszka”: Agnieszce."""
    stem = name[:-1]
    forms = {name, f"{stem}y", f"{stem}i", f"{stem}ę", f"{stem}ą", f"{stem}o", f"{stem}ie"}
    for hard, soft in (("k", "c"), ("g", "dz"), ("r", "rz"), ("ł", "l"), ("t", "ci"), ("d", "dzi")):
        if stem.endswith(hard):
            forms.add(f"{stem[: -len(hard)]}{soft}e")
    return forms


def _of_a_man(name: str) -> set[str]:
    """„Jan”: Jana, Janowi, Janem, Janie; „Marek”: Marka; „Paweł”: Pawła; „Antoni”: Antoniego."""
    if name.endswith(("i", "y")) and name[-2] not in "aeo":
        return {name, f"{name}ego", f"{name}emu", f"{name}m"}
    stem = name[:-2] + name[-1] if name.endswith(("ek", "eł", "ec")) else name
    endings = ("a", "owi", "em", "iem", "ie", "u", "ze", "e")
    return {name, *(stem + ending for ending in endings)}


FIRST_NAMES = frozenset(
    form
    for names, forms in ((FEMALE, _of_a_woman), (MALE, _of_a_man))
    for name in names.split()
    for form in forms(name)
)
